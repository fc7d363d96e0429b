"""Kinds whose things are lines of the report, each of which waits to be brought in."""

import time
from abc import abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from app.core.i18n import N_
from app.imports import queries
from app.imports.kinds import Kind, Undone
from app.imports.models import Import, Note, Result
from app.people.models import Person, Reader

CHUNK = 50  # lines of a step, at most
HEAVIEST = 3_000  # what they may weigh


class Ready(NamedTuple):
    notes: list[int]
    things: list[Any]


@dataclass(frozen=True, kw_only=True)
class WaitingKind(Kind):
    """`bring_in`, `finish` and `take_back` are verbs."""

    card: str  # the template of what was understood of a line; needs: note
    bring_in: Callable[[Sequence[Any], Person], list[Result]]
    finish: Callable[[Import, int, Person], None]
    take_back: Callable[[Import, Iterable[Note], Person], list[Note]]

    look: ClassVar[str] = "imports/files/_look.html"
    line: ClassVar[str] = "imports/files/_line.html"
    counted: ClassVar[str] = "imports/files/_counted.html"  # how much was understood
    place: ClassVar[str] = N_("File")
    more: ClassVar[str] = N_("More files")
    finished: ClassVar[str] = N_(
        "It is finished. Every file is listed here with what became of it."
    )
    at_once: ClassVar[int] = 10  # prepared so many at a time

    @abstractmethod
    def preparing(
        self, source: Any, by: Person | Reader
    ) -> Callable[[Sequence[str]], Sequence[Any]]:
        """What does all that is slow about some of its lines, one answer for each."""

    def weight(self, thing: Any) -> int:
        """How much work a thing makes while everybody else who writes has to wait."""
        return 1

    def ahead(self, import_: Import, source: Any, by: Person | Reader, patience: float) -> Ready:
        """A step is short however large its things."""
        until, lines = time.monotonic() + patience, queries.waiting(import_.id, limit=CHUNK)
        prepare, things, weighs = self.preparing(source, by), list[Any](), 0
        while len(things) < len(lines) and (
            not things or (time.monotonic() < until and weighs < HEAVIEST)
        ):
            places = [line.place for line in lines[len(things) : len(things) + self.at_once]]
            prepared = prepare(places)
            things += prepared
            weighs += sum(map(self.weight, prepared))
        return Ready([line.id for line in lines[: len(things)]], things)

    def take(self, import_: Import, ready: Ready, by: Person) -> None:
        notes, results = queries.notes_by_id(ready.notes), self.bring_in(ready.things, by)
        import_.go_on(
            (notes[number], result) for number, result in zip(ready.notes, results, strict=True)
        )
        if import_.is_finished:
            self.finish(import_, queries.made(import_.id), by)

    def undo(self, import_: Import, by: Person) -> Undone:
        made = queries.made_by(import_.id)
        gone = self.take_back(import_, made, by)
        import_.take_back(gone)
        return Undone(len(gone), len(made) - len(gone))
