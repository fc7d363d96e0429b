"""The words of people's names, so that any of them finds its person among a hundred thousand."""

import re
from collections.abc import Iterable

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base
from app.core.fields import folded

LONGEST_WORD = 40
MOST_WORDS = 10
BETWEEN = re.compile(r"[\W_]+")


def words_of(name: str) -> list[str]:
    """«María José Etxeberria-Goñi» is maria, jose, etxeberria, goni."""
    words = (word[:LONGEST_WORD] for word in BETWEEN.split(folded(name)) if word)
    return list(dict.fromkeys(words))[:MOST_WORDS]


class NameWord(Base):
    __tablename__ = "name_words"

    # By its letters' numbers on every database: what begins with a word is then one stretch.
    word: Mapped[str] = mapped_column(
        String(LONGEST_WORD).with_variant(String(LONGEST_WORD, collation="C"), "postgresql"),
        primary_key=True,
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True
    )


def rows_of(names: Iterable[tuple[int, str]]) -> list[dict]:
    """(number, name) of people as rows of this table, to be put in many at once."""
    return [
        {"word": word, "person_id": number} for number, name in names for word in words_of(name)
    ]
