"""An import, a step at a time: what is slow first, then one short moment of writing.

Whoever drives it (a page, a command) repeats the same three movements until nothing is left:
`ahead` reads, renders and puts pictures away, outside any transaction; in `writing()`, `take`
brings in what was prepared, unless somebody else has been there meanwhile.
"""

from dataclasses import dataclass
from typing import Any

from app.imports import kinds
from app.imports.kinds import Undone
from app.imports.models import Import, ImportState
from app.people.models import Person, Reader

PATIENCE = 3.0  # seconds of a step, about


@dataclass(frozen=True)
class Ahead:
    """What is ready to be brought in, and how far the import was when it was prepared."""

    kind: str
    state: ImportState
    reached: int
    ready: Any

    def throw_away(self) -> None:
        """It will not be brought in by us."""
        kinds.named(self.kind).throw_away(self.ready)


def ahead(
    import_: Import, source: Any, by: Person | Reader, *, patience: float = PATIENCE
) -> Ahead:
    """The next lines, prepared. Slow; changes no row."""
    state, reached = import_.state, import_.reached
    ready = kinds.named(import_.kind).ahead(import_, source, by, patience)
    return Ahead(import_.kind, state, reached, ready)


def take(import_: Import, step: Ahead, by: Person) -> bool:
    """Bring it in, inside `writing()` and with the import held; False if we come too late."""
    if (import_.state, import_.reached) != (step.state, step.reached) or not import_.goes_on:
        return False
    kinds.named(import_.kind).take(import_, step.ready, by)
    return True


def undo(import_: Import, by: Person) -> Undone:
    """Throw away what only waits; take back what was brought in, as far as nobody touched it."""
    if import_.is_read:
        import_.discard()
        return Undone(is_discarded=True)
    return kinds.named(import_.kind).undo(import_, by)
