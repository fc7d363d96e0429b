"""Who reads what of the programme. Nobody writes: it counts what others wrote."""

from app.people.models import Person, Reader


def read(person: Person | Reader) -> bool:
    """All the figures, side by side."""
    return person.is_governance


def read_coverage(person: Person | Reader) -> bool:
    """Where something is missing, and what a unit has done; and the lists behind that."""
    return person.is_governance or person.is_ambassador


def read_without_figures(person: Person | Reader) -> bool:
    """Whoever finds the coverage where others find the figures."""
    return read_coverage(person) and not read(person)


def read_dossier(person: Person | Reader, whose: Person) -> bool:
    """What one person did: they themselves, and governance."""
    return person.id == whose.id or person.is_governance


def print_certificate(person: Person | Reader, whose: Person) -> bool:
    """Nobody has another's."""
    return person.id == whose.id
