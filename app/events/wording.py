"""What the codes of an event are called, and how its times are told."""

from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date, get_timezone_name

from app.core.i18n import (
    LOCALES,
    N_,
    gettext,
    language,
    local,
    ngettext,
    number,
    time_zone,
)
from app.core.i18n import date as told_day
from app.events.models import Reply, Seat
from app.events.models.when import on_the_wall

REPLIES: dict[Reply, str] = {
    Reply.YES: N_("yes"),
    Reply.MAYBE: N_("perhaps"),
    Reply.NO: N_("no"),
}

SEATS: dict[Seat, str] = {
    Seat.GOING: N_("Comes"),
    Seat.WAITING: N_("On the waiting list"),
    Seat.ASKED: N_("Asks to come"),
    Seat.REFUSED: N_("Was told no"),
}

# Was it worth your time?
WORTHS: dict[int, str] = {
    1: N_("1, not at all"),
    2: N_("2, hardly"),
    3: N_("3, more or less"),
    4: N_("4, yes"),
    5: N_("5, very much"),
}

A_DAY = timedelta(days=1)


def days_of(thing: Any) -> tuple[date, date]:
    """The first and the last day it goes on, on the reader's calendar; all day, on everybody's.

    `thing` has starts, ends, starts_at, ends_at and is_all_day, as a row of dates has.
    """
    if thing.is_all_day:
        return thing.starts.date(), (thing.ends - A_DAY).date()
    first = local(thing.starts_at).date()
    last = local(max(thing.starts_at, thing.ends_at - timedelta(microseconds=1))).date()
    return first, last


def hours_of(thing: Any) -> str:
    """«10:00–11:30» on the reader's clock, or that it is all day. Over several days, its days say
    so: the hours are those of its first and of its last.
    """
    if thing.is_all_day:
        return gettext("all day")
    begins, ends = local(thing.starts_at), local(thing.ends_at)
    if begins == ends:
        return f"{begins:%H:%M}"
    return f"{begins:%H:%M}–{ends:%H:%M}"


def told(thing: Any) -> str:
    """When, in one line: «martes, 24 de noviembre, 10:00–11:00»."""
    first, last = days_of(thing)
    if first == last:
        return f"{weekday(first)}, {told_day(first)}, {hours_of(thing)}"
    return gettext(
        "%(first)s to %(last)s, %(hours)s",
        first=f"{weekday(first)}, {told_day(first)}",
        last=f"{weekday(last)}, {told_day(last)}",
        hours=hours_of(thing),
    )


def elsewhere(thing: Any) -> str:
    """The hours on the wall of where it takes place, where that shows another hour than the
    reader's clock; else nothing.
    """
    if thing.is_all_day or thing.zone == time_zone():
        return ""
    there = thing.starts_at
    if on_the_wall(there, thing.zone) == local(there).replace(tzinfo=None):
        return ""
    zone = get_timezone_name(
        there.replace(tzinfo=ZoneInfo("UTC")).astimezone(ZoneInfo(thing.zone)),
        width="long",
        locale=LOCALES[language()],
        uncommon=True,
    )
    hours = f"{thing.starts:%H:%M}–{thing.ends:%H:%M}"
    return gettext("%(hours)s by the clock there (%(zone)s)", hours=hours, zone=zone)


def weekday(day: date) -> str:
    """«martes»."""
    return format_date(day, "EEEE", locale=LOCALES[language()])


def short_month(day: date) -> str:
    """«nov»."""
    return format_date(day, "LLL", locale=LOCALES[language()])


def seats_left(thing: Any) -> str:
    """How many seats are free, of those that are counted; nothing where there is no end of them."""
    if thing.capacity is None:
        return ""
    free = max(0, thing.capacity - thing.taken)
    if not free or thing.waiting:
        waiting = ngettext("%(num)s person waits", "%(num)s people wait", thing.waiting)
        return gettext("Full") if not thing.waiting else f"{gettext('Full')} · {waiting}"
    return ngettext("%(num)s seat left", "%(num)s seats left", free)


def lasted(thing: Any) -> str:
    """How long it went on: «2 hours», «1,5 hours», «3 days»."""
    if thing.is_all_day:
        days = (thing.ends - thing.starts).days
        return ngettext("%(num)s day", "%(num)s days", days)
    hours = round((thing.ends_at - thing.starts_at) / timedelta(hours=1), 1)
    if hours == int(hours):
        return ngettext("%(num)s hour", "%(num)s hours", int(hours))
    return gettext("%(hours)s hours", hours=number(hours))


def of_five(mean: float) -> str:
    """«4,2»."""
    return number(round(mean, 1))


def stands(answered: Any) -> str:
    """How somebody stands to a date by what they answered: `answered` has reply and seat, perhaps
    neither.
    """
    if answered.seat == Seat.GOING:
        return gettext("You come")
    if answered.seat and answered.seat != Seat.NONE:
        return gettext(SEATS[answered.seat])
    return gettext("Perhaps you come") if answered.reply == Reply.MAYBE else ""
