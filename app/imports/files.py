"""Kinds whose things are files of a folder or a zip: each is a line of the report, and waits."""

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from typing import Any, BinaryIO, ClassVar, NamedTuple, Protocol

from app.core.i18n import N_
from app.imports import queries, uploads
from app.imports.kinds import Kind, Undone
from app.imports.models import Found, Import, Line, Note, Result
from app.imports.tree import Archive, Tree
from app.people.models import Person, Reader

CHUNK = 50  # lines of a step, at most,
SLICE = 10  # prepared so many at a time,


class Reading(Protocol):
    """A tree, opened to be brought in. Slow, and changes no row."""

    def lines(self) -> list[Line]:
        """What is understood of each of its files."""

    def prepare(self, places: Sequence[str], by: Person | Reader) -> list[Any]:
        """All that is slow about some of its files, one answer for each."""


class Ready(NamedTuple):
    notes: list[int]
    things: list[Any]


@dataclass(frozen=True, kw_only=True)
class FilesKind(Kind):
    """`bring_in`, `finish` and `take_back` are verbs; whatever was prepared and not brought in
    is thrown away by `discard`."""

    card: str  # the template of what was understood of a file; needs: note
    open: Callable[[Tree], Reading]
    bring_in: Callable[[Sequence[Any], Person], list[Result]]
    discard: Callable[[Sequence[Any]], None]
    finish: Callable[[Import, int, Person], None]
    take_back: Callable[[Import, Iterable[Note], Person], list[Note]]
    largest: int = 200
    accept: str = ".zip,application/zip"

    look: ClassVar[str] = "imports/files/_look.html"
    line: ClassVar[str] = "imports/files/_line.html"
    place: ClassVar[str] = N_("File")

    def read(self, file: BinaryIO, by: Person | Reader) -> tuple[Found, BinaryIO]:
        with closing(Archive(file)) as tree:
            return Found.of(self.open(tree).lines()), file

    def opened(self, key: str | None) -> AbstractContextManager[Tree]:
        return uploads.unpacked(key)

    def ahead(self, import_: Import, source: Tree, by: Person | Reader, patience: float) -> Ready:
        """A step is short however large its files."""
        until, lines = time.monotonic() + patience, queries.waiting(import_.id, limit=CHUNK)
        reading, things = self.open(source), list[Any]()
        while len(things) < len(lines) and (not things or time.monotonic() < until):
            places = [line.place for line in lines[len(things) : len(things) + SLICE]]
            things += reading.prepare(places, by)
        return Ready([line.id for line in lines[: len(things)]], things)

    def take(self, import_: Import, ready: Ready, by: Person) -> None:
        notes, results = queries.notes_by_id(ready.notes), self.bring_in(ready.things, by)
        import_.go_on(
            (notes[number], result) for number, result in zip(ready.notes, results, strict=True)
        )
        if import_.is_finished:
            self.finish(import_, queries.made(import_.id), by)

    def throw_away(self, ready: Ready) -> None:
        self.discard(ready.things)

    def undo(self, import_: Import, by: Person) -> Undone:
        made = queries.made_by(import_.id)
        gone = self.take_back(import_, made, by)
        import_.take_back(gone)
        return Undone(len(gone), len(made) - len(gone))
