"""Who may administer what."""

from app.admin import doors
from app.people.models import Person, Reader
from app.people.policy import SECONDED


def enter(person: Person | Reader) -> bool:
    """Whoever finds at least one door open."""
    return bool(doors.open_to(person))


def join_in(person: Person | Reader) -> bool:
    """See who is proposed: the administration, and whoever holds a role that takes two."""
    return person.is_admin or bool(SECONDED & person.roles)
