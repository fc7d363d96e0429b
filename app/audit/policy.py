"""Who reads the audit."""

from app.people.models import Person, Reader


def read(person: Person | Reader) -> bool:
    return person.is_admin
