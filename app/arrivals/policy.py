"""Who may bring people in, and take them out into a table: administration."""

from app.people.models import Person, Reader


def bring_in(person: Person | Reader) -> bool:
    return person.is_admin


def take_out(person: Person | Reader) -> bool:
    return person.is_admin
