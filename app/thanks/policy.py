"""Who may do what with thanks. Which ones one sees is in `queries.visible_to`."""

from typing import Protocol

from app.people.models import Person, Reader
from app.thanks.models import Thanks


class Colleague(Protocol):
    """Of somebody else: the entity, or a row of their page."""

    @property
    def id(self) -> int: ...
    @property
    def is_active(self) -> bool: ...


def thank(person: Person | Reader, other: Colleague) -> bool:
    """Whoever works here, but for oneself."""
    return person.id != other.id and other.is_active


def put_away(person: Person | Reader, thanks: Thanks) -> bool:
    """Keep it out of sight, and show it again: whoever was thanked."""
    return person.id == thanks.receiver_id


def withdraw(person: Person | Reader, thanks: Thanks) -> bool:
    """At any time, whoever gave it."""
    return person.id == thanks.giver_id


def comment(person: Person | Reader, thanks: Thanks) -> bool:
    return thanks.is_shown
