"""What the overview of the administration leads to, for whoever may go there."""

from collections.abc import Callable
from dataclasses import dataclass

from app.people.models import Person, Reader


@dataclass(frozen=True, kw_only=True)
class Door:
    """`label` and `hint` are message ids, translated where they are shown."""

    label: str
    hint: str
    endpoint: str
    icon: str
    allowed: Callable[[Person | Reader], bool]
    waiting: Callable[[Reader], int] = lambda reader: 0  # how much of it waits for this reader
    order: int = 100


_doors: dict[str, Door] = {}


def add(door: Door) -> None:
    """A feature's way in. Adding the same endpoint again replaces it."""
    _doors[door.endpoint] = door


def open_to(person: Person | Reader) -> list[Door]:
    """The doors this person may go through, in their order."""
    doors = (door for door in _doors.values() if door.allowed(person))
    return sorted(doors, key=lambda door: (door.order, door.endpoint))


def is_any_open_to(person: Person | Reader) -> bool:
    """Whether there is a door at all: asked at every page, to show the way in."""
    return any(door.allowed(person) for door in _doors.values())
