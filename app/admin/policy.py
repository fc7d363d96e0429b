"""Who may administer what."""

from app.admin import doors
from app.core.outbox import Errand, State
from app.people.models import Location, Person, Reader, Unit
from app.people.policy import SECONDED


def enter(person: Person | Reader) -> bool:
    """Whoever finds at least one door open."""
    return doors.is_any_open_to(person)


def arrange(person: Person | Reader) -> bool:
    """How the house is made up, and what drives it: units, locations, settings, the engine."""
    return person.is_admin


def look_after(person: Person | Reader, errand: Errand) -> bool:
    """What is parked waits for somebody to decide; whatever else there is goes its own way."""
    return person.is_admin and errand.state is State.PARKED


def take_up(person: Person | Reader, errand: Errand) -> bool:
    return person.is_admin and errand.state is State.CANCELLED


def change(person: Person | Reader, place: Unit | Location) -> bool:
    """What is closed is left as it was, until somebody opens it again."""
    return person.is_admin and place.is_open


def join_in(person: Person | Reader) -> bool:
    """See who is proposed: the administration, and whoever holds a role that takes two."""
    return person.is_admin or bool(SECONDED & person.roles)
