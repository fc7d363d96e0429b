"""What no browser sends, and every door to try it at."""

import pytest

from app.core.db import db
from tests.walk import TABLE

# Numbers that a column may not hold, or that are none to every database.
ODD_NUMBERS = ["-1", str(2**31), str(2**63), "9" * 400, "1e9", "NaN", "²"]
ODD = ["abc", "0", "9" * 5000, "[]", "/drafts/" + "9" * 40, "//evil.example", *ODD_NUMBERS]
ODD_BYTES = [b"\x00", b"a\x00b", b"\xed\xa0\x80", b"\xff\xfe", b"\xc3", b"\xf4\x90\x80\x80"]


PARTS = 4  # of the doors, for several to try at once
in_parts = pytest.mark.parametrize("part", range(PARTS))


def doors(*methods, part=None):
    """One row for each door, with a thing behind it that its owner may have."""
    every = list({row.door: row for row in reversed(TABLE) if row.method in methods}.values())
    return every if part is None else every[part::PARTS]


def odd_words():
    """What is odd to our code, and on a second database what is odd to a database."""
    return ODD if db.engine.dialect.name == "sqlite" else ODD_NUMBERS
