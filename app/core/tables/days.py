"""A day as any program may have written it: with the time of day behind it, with its month as a
word, or as seconds since 1970.
"""

import re
from datetime import UTC, date, datetime
from functools import cache

from babel.dates import get_month_names

from app.core.fields import folded
from app.core.i18n import LOCALES
from app.core.tables.cells import LONGEST, day_in

TIME = re.compile(
    r"(?:T|,?\s+)(?:at |a las )?\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?"
    r"\s?(?:[ap]\.?\s?m\.?)?\s?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
MONTH_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")
SERIAL = re.compile(r"(\d{5})\.\d+")  # a spreadsheet's day, with the time behind the point
SECONDS = re.compile(r"\d{10}(?:\d{3})?")  # or thousandths
WEEKDAY = re.compile(r"[^\W\d]{2,12}\.?,\s+")
IN_WORDS = [
    re.compile(shape)
    for shape in (
        r"(?P<day>\d{1,2})\.?(?:º|th|st|nd|rd)?[\s-]+(?:de )?(?P<month>[^\W\d]{3,12})\.?,?[\s-]+"
        r"(?:de )?(?P<year>\d{4})",
        r"(?P<month>[^\W\d]{3,12})\.?\s+(?P<day>\d{1,2})(?:th|st|nd|rd)?,?\s+(?P<year>\d{4})",
        r"(?P<year>\d{4})(?:\(?e\)?ko)? (?P<month>[^\W\d]{3,12})\.? (?P<day>\d{1,2})(?:\(?a\)?)?",
    )
]
BASQUE = re.compile(r"a(?:ren)?$")  # «martxoaren 2a» is of «martxoa»


def day_said(words: str, *, month_first: bool = False) -> date | None:
    """The day that these words say; `month_first` for a table from where 3/2 is in March."""
    words = " ".join(words.split())
    if len(words) > LONGEST:
        return None
    if SECONDS.fullmatch(words):
        return datetime.fromtimestamp(int(words[:10]), UTC).date()
    if found := SERIAL.fullmatch(words):
        words = found[1]
    if found := TIME.search(words):
        words = words[: found.start()] if found.end() == len(words) else words
    if month_first and (found := MONTH_FIRST.fullmatch(words)):
        words = f"{found[3]}/{found[1]}/{found[4]}"
    return day_in(words) or _in_words(WEEKDAY.sub("", folded(words), count=1))


def _in_words(words: str) -> date | None:
    for shape in IN_WORDS:
        found = shape.fullmatch(words)
        month = found and _months().get(found["month"], _months().get(_bare(found["month"])))
        if found and month:
            try:
                return date(int(found["year"]), month, int(found["day"]))
            except ValueError:
                return None
    return None


def _bare(month: str) -> str:
    return BASQUE.sub("", month)


@cache
def _months() -> dict[str, int]:
    """By each of their names, in every language of the house."""
    found: dict[str, int] = {}
    for locale in LOCALES.values():
        for width in ("abbreviated", "wide"):
            for number, name in get_month_names(width, locale=locale).items():
                plain = folded(name).rstrip(".")
                found |= {plain: number, _bare(plain): number, plain[:3]: number}
    return found
