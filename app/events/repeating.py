"""The ways in which most series repeat, and the rules of RFC 5545 that say so."""

from calendar import monthrange
from datetime import UTC, date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from app.core.i18n import N_

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Repeats(StrEnum):
    NO = "no"
    WORKDAYS = "workdays"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"  # on the same day of the month
    MONTHLY_WEEKDAY = "monthly-weekday"  # on the second Tuesday, on the last Friday
    YEARLY = "yearly"
    AS_IT_IS = "as-it-is"  # by a rule that came from elsewhere

    @property
    def is_ours(self) -> bool:
        return self is not Repeats.AS_IT_IS


WORDS: dict[Repeats, str] = {
    Repeats.NO: N_("Once"),
    Repeats.WORKDAYS: N_("Every day from Monday to Friday"),
    Repeats.WEEKLY: N_("Every week"),
    Repeats.FORTNIGHTLY: N_("Every two weeks"),
    Repeats.MONTHLY: N_("Every month, on the same day"),
    Repeats.MONTHLY_WEEKDAY: N_("Every month, on the same weekday"),
    Repeats.YEARLY: N_("Every year"),
    Repeats.AS_IT_IS: N_("As it was brought in"),
}


def rule(repeats: Repeats, first: date, zone: str, *, until: date) -> str:
    """How it repeats from its first day until the last one it may fall on."""
    if repeats is Repeats.NO:
        return ""
    end = datetime.combine(until, time(23, 59, 59), ZoneInfo(zone)).astimezone(UTC)
    return f"{_every(repeats, first)};UNTIL={end:%Y%m%dT%H%M%SZ}"


def understood(kept: str, first: date) -> Repeats:
    """Which of the ways a rule is, if it is one of them and has an end."""
    if not kept:
        return Repeats.NO
    said, _, end = kept.partition(";UNTIL=")
    ways = (one for one in Repeats if one not in (Repeats.NO, Repeats.AS_IT_IS))
    return next((one for one in ways if end and _every(one, first) == said), Repeats.AS_IT_IS)


def last_day(kept: str, zone: str) -> date | None:
    """The day a rule of ours goes on until."""
    _, _, end = kept.partition(";UNTIL=")
    try:
        moment = datetime.strptime(end, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None
    return moment.astimezone(ZoneInfo(zone)).date()


def _every(repeats: Repeats, first: date) -> str:
    day = DAYS[first.weekday()]
    return {
        Repeats.WORKDAYS: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        Repeats.WEEKLY: f"FREQ=WEEKLY;BYDAY={day}",
        Repeats.FORTNIGHTLY: f"FREQ=WEEKLY;INTERVAL=2;BYDAY={day}",
        Repeats.MONTHLY: f"FREQ=MONTHLY;BYMONTHDAY={first.day}",
        Repeats.MONTHLY_WEEKDAY: f"FREQ=MONTHLY;BYDAY={_which(first)}{day}",
        Repeats.YEARLY: "FREQ=YEARLY",
    }[repeats]


def _which(day: date) -> int:
    """The how-manieth of its weekday in its month; the last is -1, where there may be no fifth."""
    if day.day + 7 > monthrange(day.year, day.month)[1]:
        return -1
    return (day.day - 1) // 7 + 1
