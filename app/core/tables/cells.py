"""What a cell of somebody's table says: a day, a whole number, words as they were before a
spreadsheet was kept from calculating them.
"""

import re
from datetime import date, timedelta

from app.core.tables.out import FORMULA

DAYS = [
    re.compile(rf"{day}(?:[T ]+00:00(?::00(?:\.0+)?)?)?")
    for day in (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4}|\d{2})",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
    )
]
SERIAL = re.compile(r"\d{5,6}")
FIRST = date(1899, 12, 30)  # as every spreadsheet counts days since 1 March 1900
WHOLE = re.compile(r"-?\d+(?:[.,]0+)?")
IN_GROUPS = re.compile(r"-?\d{1,3}(?:(?P<sign>[.,'’ \u00a0\u202f])\d{3})(?:(?P=sign)\d{3})*")
LONGEST = 40  # characters; what is longer is neither a day nor a number
KEPT_BEHIND = re.compile(r"""([;\t\r\n][ "]*)'(?=[=+\-@＝＋－＠])""")


def day_in(words: str) -> date | None:
    """The day some words say: `2026-03-02`, `2/3/2026` with the day first, or as a spreadsheet
    counts days.
    """
    words = words.strip()
    if len(words) > LONGEST or not words.isascii():
        return None
    for shape in DAYS:
        if found := shape.fullmatch(words):
            year = int(found["year"])
            year += 2000 if year < 100 and len(found["year"]) == 2 else 0
            try:
                return date(year, int(found["month"]), int(found["day"]))
            except ValueError:
                return None
    return FIRST + timedelta(days=int(words)) if SERIAL.fullmatch(words) else None


def number_in(words: str) -> int | None:
    """The whole number some words say, its thousands apart or not: `1200`, `1.200`, `1 200`."""
    words = words.strip()
    if len(words) > LONGEST or not re.sub(r"[’\u00a0\u202f]", "", words).isascii():
        return None
    if IN_GROUPS.fullmatch(words):
        return int(re.sub(r"[^\d-]", "", words))
    return int(re.split(r"[.,]", words)[0]) if WHOLE.fullmatch(words) else None


def as_it_was(cell: str, *, form: str) -> str:
    """A cell without the apostrophes by which ours keep a spreadsheet from calculating. `form` is
    that of the table it stood in: only a CSV needs them inside a cell.
    """
    if form == "csv":
        cell = KEPT_BEHIND.sub(r"\1", cell)
    begins = cell[:1] == "'" and cell[1:].lstrip(" ").startswith(FORMULA)
    return cell[1:] if begins else cell
