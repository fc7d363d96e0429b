"""What the index keeps of a text. The databases derive the rest from it by themselves."""

from sqlalchemy import Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base


class IndexedText(Base):
    """The words of one thing and their stems, each parted by a space.

    A text indexed later has a higher id: newer things are ranked first where too many match.
    """

    __tablename__ = "text_index"
    __table_args__ = (UniqueConstraint("kind", "number"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    number: Mapped[int]
    title: Mapped[str] = mapped_column(Text)
    title_stems: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    text_stems: Mapped[str] = mapped_column(Text)


class Trigram(Base):
    """Three letters in a row of a word that stands in a title, to find it mistyped."""

    __tablename__ = "text_index_trigrams"
    __table_args__ = (
        Index("ix_text_index_trigrams_word", "word"),
        {"sqlite_with_rowid": False},
    )

    trigram: Mapped[str] = mapped_column(String(3), primary_key=True)
    word: Mapped[str] = mapped_column(String(40), primary_key=True)
