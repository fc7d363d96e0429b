"""Who may administer what."""

from app.admin import doors
from app.people.models import Location, Person, Reader, Unit


def enter(person: Person | Reader) -> bool:
    """Whoever finds at least one door open."""
    return bool(doors.open_to(person))


def arrange(person: Person | Reader) -> bool:
    """How the house is made up, and what drives it: units, locations, settings, the engine."""
    return person.is_admin


def change(person: Person | Reader, place: Unit | Location) -> bool:
    """What is closed is left as it was, until somebody opens it again."""
    return person.is_admin and place.is_open
