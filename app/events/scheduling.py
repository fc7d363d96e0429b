"""Bringing the dates of an event into line with when it stands. In `writing()`, the event held.

A date that people have answered to never disappears without a word: where its day is gone from the
series, it is off, and says so. What has begun stays as it was.
"""

from datetime import datetime

from app.core import clock
from app.core.db import db
from app.events import recurring, seating
from app.events.models import Event, Occurrence


def lay_out(event: Event) -> None:
    """Give it the dates its rule tells, and keep those that are there as far as they still are.

    Raises recurring.Unruly.
    """
    walls = _walls(event)
    known = len(event.occurrences)
    left = {one.original: one for one in event.occurrences}
    kept = {wall: left.pop(wall) for wall in walls if wall in left}
    _lead_over(event, walls, kept, left)
    for wall, one in kept.items():
        if known == 1 or not one.has_begun:
            _follow(event, one, wall)
    for one in left.values():
        _give_up(event, one)
    begun = [_begun(event, wall) for wall in walls if wall not in kept]
    if known:  # what has been, has been
        days = {one.original.date() for one in event.occurrences if one.has_begun}
        begun = [one for one in begun if not one.has_begun and one.original.date() not in days]
    event.occurrences.extend(begun)
    been = {one.original.isoformat() for one in event.occurrences if one.has_begun}
    if not event.rule and len(event.occurrences) > 1:  # it was a series, and its dates are kept
        event.more_dates = sorted({*event.more_dates, *been} - {event.starts.isoformat()})
    db.session.flush()
    seating.take_over(event, begun)


def goes_on(event: Event) -> bool:
    """Whether its rule tells of dates after the last one it has."""
    return _walls(event)[-1:] > sorted(one.original for one in event.occurrences)[-1:]


def _walls(event: Event) -> list[datetime]:
    """At least the one it begins with."""
    found = recurring.dates(
        event.rule,
        event.starts,
        event.zone,
        more=map(datetime.fromisoformat, event.more_dates),
        but=map(datetime.fromisoformat, event.skipped),
    )
    return found or [event.starts]


def _lead_over(
    event: Event,
    walls: list[datetime],
    kept: dict[datetime, Occurrence],
    left: dict[datetime, Occurrence],
) -> None:
    """A date that is at another hour now is the same date; the only one is, on whatever day."""
    if not event.is_series and len(left) == 1 and not kept:
        kept[walls[0]] = left.popitem()[1]
        return
    by_day = {one.original.date(): one for one in left.values() if not one.has_begun}
    for wall in walls:
        if wall not in kept and (same := by_day.pop(wall.date(), None)):
            kept[wall] = left.pop(same.original)


def _follow(event: Event, one: Occurrence, wall: datetime) -> None:
    """What its event says, it says, unless it is an exception: that stays where it was put."""
    one.original = wall
    if one.cancelled_at and not one.reason:
        one.cancelled_at = None  # nobody called it off: its day had left the series, and is back
    if one.is_exception:
        return
    if one.when != event.when.on(wall):
        one.reminded_at = one.asked_at = None
    one.stand_at(event.when.on(wall))
    _say(event, one)


def _begun(event: Event, wall: datetime) -> Occurrence:
    one = Occurrence(original=wall)
    one.stand_at(event.when.on(wall))
    _say(event, one)
    return one


def _give_up(event: Event, one: Occurrence) -> None:
    if one.has_begun:
        return  # what has been, has been, whatever becomes of the series
    if one.taken or one.waiting or one.maybe or one.asking:
        one.cancelled_at = one.cancelled_at or clock.now()
    else:
        event.occurrences.remove(one)


def _say(event: Event, one: Occurrence) -> None:
    one.title, one.place, one.call_url = event.title, event.place, event.call_url
