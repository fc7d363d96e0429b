"""How somebody wishes to hear of things, kind by kind; and no letters at all."""

from collections.abc import Mapping

from flask import current_app

from app.core import clock
from app.notifications import queries
from app.notifications.loudness import USUAL
from app.notifications.models import Channel, Kind, Wish
from app.notifications.moments import letter_due
from app.people.models import Person

BY_LETTER = frozenset({Channel.ONCE, Channel.DAILY, Channel.WEEKLY})


def wished(person_id: int) -> dict[Kind, Channel]:
    """Every kind, as they wish or as it is usual."""
    return USUAL | queries.wishes(person_id)


def wish(wanted: Mapping[Kind, Channel], *, by: Person) -> None:
    """What has changed is so from now on, for what waits for a letter as well."""
    before, now = wished(by.id), clock.now()
    zone = by.time_zone or current_app.config["BABEL_DEFAULT_TIMEZONE"]
    for kind, channel in wanted.items():
        if before[kind] is not channel:
            Wish.make(kind, channel, by=by)
            queries.postpone(by.id, kind, letter_due(channel, now, now, zone))


def stop_letters(*, by: Person) -> None:
    """Nothing comes by mail any more; at the bell it stands as before."""
    letters = [kind for kind, channel in wished(by.id).items() if channel in BY_LETTER]
    wish(dict.fromkeys(letters, Channel.APP), by=by)


def has_letters(person_id: int) -> bool:
    return any(channel in BY_LETTER for channel in wished(person_id).values())
