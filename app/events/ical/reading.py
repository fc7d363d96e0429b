"""A calendar file, read without trusting it: of each event what was understood, or why it was not.

Nothing a file holds takes longer than SECONDS, or raises anything but Unreadable.
"""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from app.core.decoding import decoded
from app.core.fields import line
from app.core.i18n import N_
from app.core.remarks import Remark, Unreadable, remark
from app.events.ical.clocks import Clock, Zones
from app.events.ical.found import Found, Refused
from app.events.ical.lines import Component, TooManyLines, components
from app.events.ical.understanding import Calendar, NotUnderstood, understand

LARGEST = 12 * 2**20  # bytes of a file
MOST = 5_000  # events and other things of a file
SECONDS = 12.0

NO_CALENDAR = N_("This is not a calendar file we can read (.ics).")
TOO_LARGE = N_("It is larger than %(most)s MB.")
TOO_MANY = N_("There are more than %(most)s events in it. Bring them in by parts.")
TOO_SLOW = N_("It takes too long to look at all of it. Bring it in by parts.")
CUT = N_("The file ends in the middle of it.")
CUT_SHORT = N_("The file was cut short: there may have been more after this.")
TOO_MUCH = N_("There is more in it than any event has.")
NO_EVENT = {
    "VTODO": N_("It is a task, not an event."),
    "VJOURNAL": N_("It is a journal entry, not an event."),
    "VFREEBUSY": N_("It says when somebody is free, and is no event."),
}
ANSWERS = {"REPLY", "REFRESH", "COUNTER", "DECLINECOUNTER"}
NO_INVITATION = N_("It is somebody’s answer to an invitation, not an event.")


@dataclass
class Group:
    """All that a file says of one UID."""

    calendar: Calendar
    parts: list[Component] = field(default_factory=list)


def read(data: bytes, *, zone: str, seconds: float = SECONDS) -> list[Found | Refused]:
    """Each event and each thing that is none, in the order of the file. `zone` is the house's.

    Raises Unreadable.
    """
    until = time.monotonic() + seconds
    if len(data) > LARGEST:
        raise Unreadable(remark(TOO_LARGE, most=LARGEST // 2**20))
    text, _ = decoded(data)
    if "BEGIN:VCALENDAR" not in text.upper():
        raise Unreadable(remark(NO_CALENDAR))
    try:
        root = components(text)
    except TooManyLines:
        raise Unreadable(remark(TOO_MANY, most=MOST)) from None
    calendars = [one for one in root.inside if one.name == "VCALENDAR"]
    if not calendars:
        raise Unreadable(remark(NO_CALENDAR))
    if sum(len(one.inside) for one in calendars) > 2 * MOST:
        raise Unreadable(remark(TOO_MANY, most=MOST))
    return list(_read(calendars, zone, until))


def _read(calendars: Iterable[Component], zone: str, until: float) -> Iterator[Found | Refused]:
    groups: list[Group | Refused] = []
    by_uid: dict[str, Group] = {}
    for one in calendars:
        calendar = _calendar(one, zone)
        for part in one.inside:
            groups += _grouped(part, calendar, by_uid)
        if not one.is_whole and all(part.is_whole for part in one.inside):
            groups.append(Refused(remark(CUT_SHORT)))
    if len(groups) > MOST:
        raise Unreadable(remark(TOO_MANY, most=MOST))
    for group in groups:
        if time.monotonic() > until:
            raise Unreadable(remark(TOO_SLOW))
        yield group if isinstance(group, Refused) else _understood(group)


def _calendar(component: Component, house: str) -> Calendar:
    written: dict[str, Component] = {}
    for one in component.inside:
        if one.name == "VTIMEZONE" and (said := one.one("TZID")):
            written.setdefault(said.text.strip(), one)
    zones = Zones(house, written)
    named = component.text("X-WR-TIMEZONE")
    # Apple and Google say by it which clock all times without another one go by.
    clock = zones.clock(named, 2020) if named else None
    return Calendar(
        zones,
        own=clock if clock and clock.name else None,
        house=Clock(house),
        method=component.text("METHOD").upper(),
    )


def _grouped(
    part: Component, calendar: Calendar, by_uid: dict[str, Group]
) -> Iterable[Group | Refused]:
    """What is new with this component: nothing, where its event is there already."""
    title = line(part.text("SUMMARY"))
    if part.name in NO_EVENT:
        return [_left_out(NO_EVENT[part.name], title)]
    if part.name != "VEVENT":
        return []
    if calendar.method in ANSWERS:
        return [_left_out(NO_INVITATION, title)]
    if not part.is_whole or part.is_too_much:
        return [Refused(remark(TOO_MUCH if part.is_whole else CUT), title)]
    uid = part.text("UID")
    if uid and uid in by_uid:
        by_uid[uid].parts.append(part)
        return []
    group = Group(calendar, [part])
    if uid:
        by_uid[uid] = group
    return [group]


def _understood(group: Group) -> Found | Refused:
    try:
        return understand(group.calendar, group.parts)
    except NotUnderstood as why:
        title = next((said for one in group.parts if (said := line(one.text("SUMMARY")))), "")
        return Refused(why.reason, title, why.is_left_out)


def _left_out(words: str, title: str) -> Refused:
    reason: Remark = remark(words)
    return Refused(reason, title, is_left_out=True)
