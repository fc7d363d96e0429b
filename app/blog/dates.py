"""When something was written, in the many ways people write it."""

import re
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

EARLIEST, LATEST = 1950, 2200  # years; what lies outside was no date
LONGEST = 60  # characters

CLOCK = (
    r"(?:[T,\s]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<part>\d{1,9}))?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|CET|CEST|WET|WEST|BST|[EMPC][SD]T|[+-]\d{1,2}:?\d{2}(?::\d{2})?|[+-]\d{1,2})?"
    r"(?:\s*\([A-Z]+\))?"
)
SHAPES = [
    re.compile(shape + CLOCK, re.IGNORECASE)
    for shape in (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4})",
        r"(?:\w+,\s*)?(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:de\s+)?(?P<name>[^\W\d_]+)\.?"
        r"[,\s-]+(?:de\s+)?(?P<year>\d{4})",
        r"(?:\w+,\s*)?(?P<name>[^\W\d_]+)\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})",
        r"(?P<year>\d{4})-(?P<month>\d{1,2})",
    )
]
ZONES = {"cet": 1, "cest": 2, "west": 1, "bst": 1, "est": -5, "edt": -4, "cst": -6, "cdt": -5}
ZONES |= {"mst": -7, "mdt": -6, "pst": -8, "pdt": -7}  # what else has letters is UTC
# The first letters of the months: English, Spanish, Portuguese, Basque.
MONTHS = [
    ("jan", "ene", "urt"),
    ("feb", "fev", "ots"),
    ("mar",),
    ("apr", "abr", "api"),
    ("may", "mai"),
    ("jun", "eka"),
    ("jul", "uzt"),
    ("aug", "ago", "abu"),
    ("sep", "set", "ira"),
    ("oct", "out", "urr"),
    ("nov", "aza"),
    ("dec", "dic", "dez", "abe"),
]


def moment(words: str, zone: ZoneInfo) -> datetime | None:
    """The moment some words say, in UTC and naive as the database has it; None for no date.

    Without a clock it is midnight; without a zone it is what clocks in `zone` showed. Of
    `03/04/2019` the first is the day, as nearly all the world writes it, unless it cannot be.
    """
    words = words.strip()
    if len(words) > LONGEST:
        return None
    if re.fullmatch(r"\d{9,10}", words):
        return _within(datetime.fromtimestamp(int(words), UTC))
    for shape in SHAPES:
        if found := shape.fullmatch(words):
            try:
                return _within(_moment(found.groupdict(), zone))
            except (ValueError, OverflowError):
                return None
    return None


def _moment(said: dict[str, str | None], zone: ZoneInfo) -> datetime:
    month = _month(name) if (name := said.get("name")) else int(said["month"] or 0)
    day = int(said.get("day") or 1)
    if month > 12 >= day:
        day, month = month, day
    hour = int(said["hour"] or 0)
    if half := said["half"]:
        hour = hour % 12 + (12 if half[0].lower() == "p" else 0)
    micro = int(f"{said['part'] or 0:0<6}"[:6])
    clock = (hour, int(said["minute"] or 0), int(said["second"] or 0), micro)
    there = datetime(int(said["year"] or 0), month, day, *clock)
    return there.replace(tzinfo=_zone(said["zone"]) if said["zone"] else zone)


def _month(name: str) -> int:
    """Raises ValueError for a word that is no month."""
    for number, beginnings in enumerate(MONTHS, start=1):
        if name.lower().startswith(beginnings):
            return number
    raise ValueError(name)


def _zone(words: str) -> timezone:
    if words[0] not in "+-":
        return timezone(timedelta(hours=ZONES.get(words.lower(), 0)))
    digits = words[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) in (3, 4) else (digits[:2], "0")
    ahead = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-ahead if words[0] == "-" else ahead)


def _within(moment: datetime) -> datetime | None:
    if not EARLIEST <= moment.year <= LATEST:
        return None
    return moment.astimezone(UTC).replace(tzinfo=None)
