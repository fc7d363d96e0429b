"""What the index keeps of a text. The databases derive the rest from it by themselves."""

from datetime import datetime

from sqlalchemy import DateTime, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base


class IndexedText(Base):
    """The words of one thing and their stems, each parted by a space.

    A text indexed later has a higher id: newer things are ranked first where too many match.
    `authors` are words as well (`qa42`), so that a question may ask for somebody's at once.
    What `is_said` on things is indexed apart from the things: a word of every comment and of no
    post is then looked up in vain, and not walked past a million times. A kind is always either.
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
    authors: Mapped[str] = mapped_column(Text, default="")
    is_said: Mapped[bool] = mapped_column(default=False)
    at: Mapped[datetime | None] = mapped_column(DateTime)


class KnownWord(Base):
    """A word that stands in a text, so that its beginning leads to it.

    What is said often is said early: the lower the number, the more texts hold the word, more or
    less, and nobody has to count them.
    """

    __tablename__ = "text_index_words"

    id: Mapped[int] = mapped_column(primary_key=True)
    # Compared sign by sign, so that an index finds what begins alike.
    word: Mapped[str] = mapped_column(
        String(40).with_variant(String(40, collation="C"), "postgresql"), unique=True
    )


class Trigram(Base):
    """Three letters in a row of a word that stands in a title, to find it mistyped."""

    __tablename__ = "text_index_trigrams"
    __table_args__ = (
        Index("ix_text_index_trigrams_word", "word"),
        {"sqlite_with_rowid": False},
    )

    trigram: Mapped[str] = mapped_column(String(3), primary_key=True)
    word: Mapped[str] = mapped_column(String(40), primary_key=True)
