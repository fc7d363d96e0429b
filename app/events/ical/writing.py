"""From an event to what calendars read (RFC 5545).

A series is its rule, and what of its dates the rule does not say: dates beside it (RDATE), days on
which there is none (EXDATE), and dates that are another way than the rest or do not take place,
each a component of its own (RECURRENCE-ID). What comes out are the very dates that are kept.

`icalendar` is slow to import, so only whoever writes does.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from flask import current_app

from app.catalogue.categories import category_of
from app.core import clock, markdown
from app.core.i18n import gettext, language
from app.core.mail import address
from app.core.markdown.outside import outside
from app.events import recurring
from app.events.ical import zones
from app.events.models import Event, Occurrence, When
from app.events.models.when import absolute

PRODUCT = "-//WOWista//Events//EN"
AGAIN = timedelta(hours=1)  # after which a calendar may ask for what is new
LONGEST = 4_000  # characters of a description
A_DAY = timedelta(days=1)
UNSAYABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")  # in a text of it


def document(events: Iterable[Event], *, name: str = "", since: datetime | None = None) -> bytes:
    """These events with all their dates. `name` is what a calendar that is subscribed to is called.

    Of dates that were over at `since` (UTC) a series says only what its rule says: how one of them
    was another way than the rest is nobody's business any more. In the language that is spoken.
    """
    events = list(events)
    parts = [part for event in events for part in of_event(event, since=since)]
    times = [(event, one.starts) for event in events for one in event.occurrences]
    return _whole(parts, times, name)


def dates(occurrences: Iterable[Occurrence], *, name: str = "") -> bytes:
    """These dates, and nothing of the series that they are of."""
    occurrences = list(occurrences)
    times = [(one.event, when) for one in occurrences for when in (one.original, one.starts)]
    return _whole([of_date(one) for one in occurrences], times, name)


def of_event(event: Event, *, since: datetime | None = None) -> Iterator[Any]:
    """The `icalendar.Event`s that say when it is."""
    if event.is_series:
        yield from _series(event, since or datetime.min)
    else:
        yield from map(of_date, event.occurrences)


def of_date(one: Occurrence) -> Any:
    """One date as an `icalendar.Event`; of a series, it says which one."""
    event = one.event
    if not event.is_series:
        return _component(event, one, one.when, address("events.events.show", number=event.id))
    part = _component(event, one, one.when, address("events.occurrences.show", number=one.id))
    part.add("RECURRENCE-ID", _told(one.original, event))
    return part


def _series(event: Event, since: datetime) -> Iterator[Any]:
    kept = {one.original: one for one in event.occurrences}
    if not kept:
        return
    ruled = set(recurring.dates(event.rule, event.starts, event.zone))
    more, skipped = (
        set(map(datetime.fromisoformat, walls)) for walls in (event.more_dates, event.skipped)
    )
    apart = {wall: one for wall, one in kept.items() if _is_apart(event, one)}
    forgotten = {wall for wall, one in apart.items() if one.ends_at < since}
    # What is further away than is laid out is there all the same, as far as it is said.
    last = max(kept)
    beside = {wall for wall, one in kept.items() if one.ends_at >= since} - ruled
    beside |= {wall for wall in more - skipped if wall > last}
    if event.starts in kept and not recurring.begins(event.rule, event.starts, event.zone):
        beside.add(event.starts)
    without = {wall for wall in ruled - kept.keys() if wall <= last} | forgotten
    without |= {wall for wall in skipped if wall > last}

    yield _master(event, sorted(beside - forgotten), sorted(without))
    for wall in sorted(apart.keys() - forgotten):
        yield of_date(apart[wall])


def _master(event: Event, beside: list[datetime], without: list[datetime]) -> Any:
    """All of a series that goes by its rule."""
    from icalendar import vRecur

    part = _component(
        event, event, event.when, address("events.events.show", number=event.id), is_rule=True
    )
    if event.rule:
        rule = vRecur.from_ical(event.rule)
        if until := recurring.until(event.rule, event.zone):
            is_day = event.is_all_day
            rule["UNTIL"] = [until.date() if is_day else _utc(absolute(until, event.zone))]
        part.add("RRULE", rule)
    for named, walls in (("RDATE", beside), ("EXDATE", without)):
        if walls:
            part.add(named, [_told(wall, event) for wall in walls])
    return part


def _is_apart(event: Event, one: Occurrence) -> bool:
    """Whether the rule of a series does not say all of a date. That lasts by the clock, whatever
    the wall shows, so one in the night in which that is changed has to be told.
    """
    usual = event.when.on(one.original)
    is_usual = one.when == usual and (
        event.is_all_day or one.ends_at - one.starts_at == event.when.lasts
    )
    says = (one.title, one.place, one.call_url) != (event.title, event.place, event.call_url)
    return one.cancelled_at is not None or says or not is_usual


def _component(
    event: Event, thing: Event | Occurrence, when: When, page: str, *, is_rule: bool = False
) -> Any:
    """`thing` says what and where."""
    from icalendar import Event as Component
    from icalendar import vCalAddress, vUri

    is_off = thing.is_off if isinstance(thing, Occurrence) else event.is_cancelled
    changed = _utc(event.edited_at or event.created_at).replace(microsecond=0)
    part = Component()
    part.add("UID", event.uid)
    part.add("SEQUENCE", event.sequence)
    part.add("DTSTAMP", changed)
    part.add("LAST-MODIFIED", changed)
    part.add("CREATED", _utc(event.created_at).replace(microsecond=0))
    _stand(part, event, when, is_rule)
    part.add("SUMMARY", _plain(thing.title))
    part.add("DESCRIPTION", _description(event, thing, page))
    if place := thing.place or thing.call_url:
        part.add("LOCATION", _plain(place))
    part.add("URL", vUri(page))
    part.add("CATEGORIES", [_plain(category_of(event))])
    # By name and page: what people have as an address is in nobody's file.
    who = event.organisers[0].person
    organiser = vCalAddress(address("people.profiles.show", number=who.id))
    organiser.params["CN"] = _plain(who.name)
    part.add("ORGANIZER", organiser)
    part.add("STATUS", "CANCELLED" if is_off else "CONFIRMED")
    part.add("TRANSP", "TRANSPARENT" if is_off or event.is_all_day else "OPAQUE")
    if thing.call_url:
        params: Any = {"VALUE": "URI", "FEATURE": ["AUDIO", "VIDEO"], "LABEL": gettext("The call")}
        part.add("CONFERENCE", vUri(thing.call_url), parameters=params)
    return part


def _stand(part: Any, event: Event, when: When, is_rule: bool) -> None:
    """When it begins and ends. Each date of a series lasts what its first does by the clock: where
    that is changed in the first's own night, it is told how long.
    """
    part.add("DTSTART", _told(when.starts, event))
    if event.is_all_day:
        part.add("DTEND", when.last_day + A_DAY)
    elif is_rule and when.ends_at - when.starts_at != when.lasts:
        part.add("DURATION", when.lasts)
    elif when.ends_at > when.starts_at:
        part.add("DTEND", _told(when.ends, event))


def _description(event: Event, thing: Event | Occurrence, page: str) -> str:
    off = thing.why_off if isinstance(thing, Occurrence) else event.reason
    is_off = thing.is_off if isinstance(thing, Occurrence) else event.is_cancelled
    site = current_app.config["SITE_URL"]
    said = [
        gettext("It does not take place: %(reason)s", reason=off) if is_off and off else "",
        markdown.lines(outside(event.html, site), LONGEST),
        gettext("The call: %(address)s", address=thing.call_url) if thing.call_url else "",
        gettext("Who comes, and all about it: %(address)s", address=page),
    ]
    return _plain("\n\n".join(one for one in said if one))


def _whole(parts: list[Any], times: list[tuple[Event, datetime]], name: str) -> bytes:
    from icalendar import Calendar, vDuration

    whole = Calendar()
    whole.add("VERSION", "2.0")
    whole.add("PRODID", PRODUCT)
    whole.add("CALSCALE", "GREGORIAN")
    whole.add("METHOD", "PUBLISH")
    if name:
        whole.add("NAME", _plain(name), parameters={"LANGUAGE": language()})
        whole.add("X-WR-CALNAME", _plain(name))
        whole.add("REFRESH-INTERVAL", vDuration(AGAIN), parameters={"VALUE": "DURATION"})
        whole.add("X-PUBLISHED-TTL", vDuration(AGAIN))
    walls: dict[str, list[datetime]] = {}
    for event, wall in times:
        if not event.is_all_day and event.zone != "UTC":
            walls.setdefault(event.zone, []).extend((wall, event.starts))
    for zone in sorted(walls):
        until = max(clock.now(), max(walls[zone]))
        whole.add_component(zones.described(zone, min(walls[zone]), until))
    for part in parts:
        whole.add_component(part)
    return whole.to_ical(sorted=False)


def _told(wall: datetime, event: Event) -> date | datetime:
    """What a wall shows, as `icalendar` takes it."""
    return wall.date() if event.is_all_day else wall.replace(tzinfo=ZoneInfo(event.zone))


def _utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC)


def _plain(words: str) -> str:
    return UNSAYABLE.sub("", words)
