"""Who may do what with a sitting. Which ones somebody sees is in `queries.visible_to`."""

from app.committee.models import Sitting
from app.people.models import Person, Reader


def call(person: Person | Reader) -> bool:
    """Plan one, and read those that are over."""
    return person.is_governance


def prepare(person: Person | Reader, sitting: Sitting) -> bool:
    """Say when, who is there and what is on the agenda, until it is over."""
    return person.is_governance and sitting.closed_at is None


def cancel(person: Person | Reader, sitting: Sitting) -> bool:
    return prepare(person, sitting) and sitting.is_planned


def take_chair(person: Person | Reader, sitting: Sitting) -> bool:
    return person.is_governance and sitting.is_open


def lead(person: Person | Reader, sitting: Sitting) -> bool:
    """Decide, ask, skip, park, go back: one at a time does, and it is whoever has the chair."""
    return take_chair(person, sitting) and sitting.chair_id == person.id


def close(person: Person | Reader, sitting: Sitting) -> bool:
    return take_chair(person, sitting)


def tell_the_house(person: Person | Reader, sitting: Sitting) -> bool:
    """Begin a post with its minutes."""
    return person.is_governance and sitting.closed_at is not None
