"""What can be brought in: a feature registers its kind once, and the rest is the same for all."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from flask import abort

from app.imports.models import Import, Line, Note, Result
from app.imports.tree import Tree
from app.people.models import Person, Reader


class Reading(Protocol):
    """A tree, opened to be brought in. Slow, and changes no row."""

    def lines(self) -> list[Line]:
        """What is understood of each of its files."""

    def prepare(self, places: Sequence[str], by: Person | Reader) -> list[Any]:
        """All that is slow about some of its files, one answer for each."""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """`bring_in`, `finish` and `take_back` are verbs, pressed in `writing()`; whatever was
    prepared and not brought in is thrown away."""

    name: str  # "blog", as it stands in the row
    words: str  # messages of the catalogue: what it is,
    hint: str  # and what to send
    card: str  # the template of what was understood of a line; needs: note
    may: Callable[[Person | Reader], bool]
    open: Callable[[Tree], Reading]
    bring_in: Callable[[Sequence[Any], Person], list[Result]]
    throw_away: Callable[[Sequence[Any]], None]
    finish: Callable[[Import, int, Person], None]
    take_back: Callable[[Import, Iterable[Note], Person], list[Note]]


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    _kinds[kind.name] = kind


def named(name: str) -> Kind:
    return _kinds.get(name) or abort(404)


def open_to(person: Person | Reader) -> list[Kind]:
    """What this person may bring in."""
    return [kind for kind in _kinds.values() if kind.may(person)]
