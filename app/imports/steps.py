"""An import, a step at a time: what is slow first, then one short moment of writing.

Whoever drives it (a page, a command) repeats the same three movements until nothing is left:
`ahead` reads, renders and puts pictures away, outside any transaction; in `writing()`, `take`
brings in what was prepared, unless somebody else has been there meanwhile.
"""

import time
from dataclasses import dataclass
from typing import Any

from app.imports import kinds, queries
from app.imports.models import Import
from app.imports.tree import Tree
from app.people.models import Person, Reader

CHUNK = 50  # lines of a step, at most,
SLICE = 10  # prepared so many at a time,
PATIENCE = 3.0  # for about so many seconds


@dataclass(frozen=True)
class Ahead:
    """What is ready to be brought in, and how far the import was when it was prepared."""

    kind: str
    reached: int
    notes: list[int]
    ready: list[Any]

    def throw_away(self) -> None:
        """It will not be brought in by us."""
        kinds.named(self.kind).throw_away(self.ready)


def ahead(import_: Import, tree: Tree, by: Person | Reader, *, patience: float = PATIENCE) -> Ahead:
    """The next lines, prepared. Slow; changes no row. A step is short however large its files."""
    kind, until = kinds.named(import_.kind), time.monotonic() + patience
    reached, lines = import_.reached, queries.waiting(import_.id, limit=CHUNK)
    reading = kind.open(tree)
    ready: list[Any] = []
    while len(ready) < len(lines) and (not ready or time.monotonic() < until):
        places = [line.place for line in lines[len(ready) : len(ready) + SLICE]]
        ready += reading.prepare(places, by)
    return Ahead(import_.kind, reached, [line.id for line in lines[: len(ready)]], ready)


def take(import_: Import, step: Ahead, by: Person) -> bool:
    """Bring it in, inside `writing()` and with the import held; False if we come too late."""
    if import_.reached != step.reached or not import_.goes_on:
        return False
    kind, notes = kinds.named(import_.kind), queries.notes_by_id(step.notes)
    results = kind.bring_in(step.ready, by)
    import_.go_on(
        (notes[number], result) for number, result in zip(step.notes, results, strict=True)
    )
    if import_.is_finished:
        kind.finish(import_, queries.made(import_.id), by)
    return True


@dataclass(frozen=True)
class Undone:
    gone: int = 0
    kept: int = 0  # somebody has worked on them since
    is_discarded: bool = False  # nothing had been brought in


def undo(import_: Import, by: Person) -> Undone:
    """Throw away what only waits; take back what was brought in, as far as nobody touched it."""
    if import_.is_read:
        import_.discard()
        return Undone(is_discarded=True)
    made = queries.made_by(import_.id)
    gone = kinds.named(import_.kind).take_back(import_, made, by)
    import_.take_back(gone)
    return Undone(len(gone), len(made) - len(gone))
