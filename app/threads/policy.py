"""Who may tie things together. Both ends are always seen first."""

from typing import Protocol

from app.people.models import Person, Reader


class Tied(Protocol):
    @property
    def by_id(self) -> int: ...


def tie(person: Person | Reader) -> bool:
    """Everybody, what they see."""
    return True


def untie(person: Person | Reader, tie: Tied) -> bool:
    """Whoever tied it, and governance."""
    return person.id == tie.by_id or person.is_governance
