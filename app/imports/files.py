"""Kinds whose things are files of a folder or a zip: each is a line of the report, and waits."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from typing import Any, BinaryIO, Protocol

from app.imports import uploads
from app.imports.models import Found, Line
from app.imports.tree import Archive, Tree
from app.imports.waiting import Ready, WaitingKind
from app.people.models import Person, Reader


class Reading(Protocol):
    """A tree, opened to be brought in. Slow, and changes no row."""

    def lines(self) -> list[Line]:
        """What is understood of each of its files."""

    def prepare(self, places: Sequence[str], by: Person | Reader) -> list[Any]:
        """All that is slow about some of its files, one answer for each."""


@dataclass(frozen=True, kw_only=True)
class FilesKind(WaitingKind):
    """Whatever was prepared and not brought in is thrown away by `discard`."""

    open: Callable[[Tree], Reading]
    discard: Callable[[Sequence[Any]], None]
    largest: int = 200
    accept: str = ".zip,application/zip"

    def read(self, file: BinaryIO, by: Person | Reader) -> tuple[Found, BinaryIO]:
        with closing(Archive(file)) as tree:
            return Found.of(self.open(tree).lines()), file

    def opened(self, key: str | None) -> AbstractContextManager[Tree]:
        return uploads.unpacked(key)

    def preparing(
        self, source: Tree, by: Person | Reader
    ) -> Callable[[Sequence[str]], Sequence[Any]]:
        reading = self.open(source)
        return lambda places: reading.prepare(places, by)

    def throw_away(self, ready: Ready) -> None:
        self.discard(ready.things)
