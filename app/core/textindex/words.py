"""A text as the words the index keeps: without accents, capitals or punctuation."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from app.core.fields import folded

LONGEST_WORD = 40  # characters; what is longer is known by its beginning
MOST_BYTES = 120_000  # of the words of one text: PostgreSQL's tsvector ends at one megabyte

# A letter or figure, and what follows it; an accent written as a sign of its own belongs to both.
WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")


class Word(NamedTuple):
    """One word, twice: stems are found by the accents people wrote, words are compared without."""

    written: str  # in lower case, accents kept
    plain: str  # ASCII wherever it comes from Latin letters


def words(text: str) -> Iterator[Word]:
    """The words of a text in their order. Whatever is no letter or figure parts them."""
    for found in WORD.finditer(unicodedata.normalize("NFKC", text).casefold()):
        if found[0].isascii():
            known = found[0][:LONGEST_WORD]
            yield Word(known, known)  # as most are: written and plain at once
            continue
        written = unicodedata.normalize("NFC", found[0])[:LONGEST_WORD]
        plain = "".join(sign for sign in folded(written).lower() if sign.isalnum())
        if plain:
            yield Word(written, plain[:LONGEST_WORD])


def bounded(text: str) -> Iterator[Word]:
    """As many words of a text as one row of the index can hold."""
    room = MOST_BYTES
    for word in words(text):
        room -= len(word.plain.encode()) + 1
        if room < 0:
            return
        yield word
