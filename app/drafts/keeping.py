"""What of a form is kept in its draft, and when the draft has done its work."""

from datetime import timedelta

from werkzeug.datastructures import MultiDict

from app.core import clock
from app.core.db import db
from app.core.fields import UNKEPT
from app.core.once import PASSENGERS
from app.drafts import queries
from app.people.models import Person

LONGEST = 200_000  # characters of all fields together: the longest text, and as much again
MOST_FIELDS = 50
MOST_DRAFTS = 200  # of one person
TAKEN_BACK_WITHIN = timedelta(days=1)

BUTTONS = {"preview", "discretion"}


class TooMuch(ValueError):
    """More than a form holds, or more drafts than anybody writes."""


def fields_of(sent: MultiDict[str, str]) -> dict[str, list[str]]:
    """What was typed, by the name of its field; raises TooMuch.

    What travels with the form without being its content stays out.
    """
    kept = {
        name: [UNKEPT.sub("", value) for value in values]
        for name, values in sent.lists()
        if name not in PASSENGERS | BUTTONS
    }
    size = sum(len(name) + len(value) for name, values in kept.items() for value in values)
    if size > LONGEST or sum(map(len, kept.values())) > MOST_FIELDS:
        raise TooMuch
    return kept


def make_room(person: Person) -> None:
    """Sweep out what can't be taken back any more; raises TooMuch. In `writing()`."""
    db.session.execute(queries.discarded_before(person, clock.now() - TAKEN_BACK_WITHIN))
    if queries.count(person) >= MOST_DRAFTS:
        raise TooMuch


def number_of(place: str | None) -> int | None:
    """The draft a form says it has, by the address it was told: "/drafts/7" is 7."""
    number = (place or "").rpartition("/")[2]
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 10 else None


def finish(place: str | None, *, by: Person) -> None:
    """The form was sent: its draft has done its work. In `writing()`."""
    number = number_of(place)
    if number is None:
        return
    wanted = queries.visible_to(by).filter_by(id=number)
    if draft := db.session.scalar(wanted):
        db.session.delete(draft)
