"""Thanking somebody, as often as one may in a week. In `writing()`, the giver held, so that of two
forms sent at once the second knows of the first.
"""

from datetime import date
from typing import NamedTuple

from flask import current_app

from app.catalogue.models import Term
from app.core import clock, settings
from app.core.i18n import N_
from app.people.models import Person
from app.thanks import policy, queries
from app.thanks.models import Thanks
from app.thanks.week import week_of

settings.declare(
    "thanks.per_week",
    int,
    5,
    N_("How often each may thank somebody in a week"),
    family=N_("Thanks"),
    help=N_("From Monday to Sunday. So that it stays something that one thinks about."),
    least=1,
    most=100,
)


class UsedUp(ValueError):
    """They have thanked as often as one may in a week."""


class NotThem(ValueError):
    """Nobody thanks themselves, nor somebody who left."""


class Places(NamedTuple):
    most: int
    left: int
    again: date  # from which day on all of them are there again


def places(person_id: int) -> Places:
    """How often they may still thank somebody this week."""
    week = week_of(clock.now(), current_app.config["BABEL_DEFAULT_TIMEZONE"])
    most = settings.get("thanks.per_week")
    taken = queries.places_taken(person_id, week.since, week.until)
    return Places(most, max(0, most - taken), week.next_monday)


def thank(receiver: Person, habit: Term, text: str, *, by: Person) -> Thanks:
    """Raises NotThem and UsedUp."""
    if not policy.thank(by, receiver):
        raise NotThem
    if not places(by.id).left:
        raise UsedUp
    return Thanks.give(receiver, habit, text, by=by)
