"""What can be brought in: a feature registers its kind once, and the rest is the same for all.

There are three sorts: files of a folder (`files.py`) and parts of a document (`parts.py`), each
with a line of its own that waits (`waiting.py`), and rows of a table, thousands of them at a time
(`tables.py`).
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, BinaryIO, ClassVar

from flask import abort

from app.imports.models import Found, Import
from app.people.models import Person, Reader


@dataclass(frozen=True)
class Undone:
    gone: int = 0
    kept: int = 0  # somebody has worked on them since
    is_discarded: bool = False  # nothing had been brought in
    goes_on: bool = False  # it has only begun, and goes back step by step


@dataclass(frozen=True, kw_only=True)
class Kind(ABC):
    """`take` and `undo` are verbs, pressed in `writing()`; what is slow comes before, in `read`
    and `ahead`."""

    name: str  # "blog", as it stands in the row
    words: str  # messages of the catalogue: what it is,
    title: str  # how bringing it in is called
    hint: str  # and what to send
    about: str  # the template of what we understand
    may: Callable[[Person | Reader], bool]
    largest: int  # MB of an upload
    accept: str  # for the browser's chooser of files
    is_delicate: bool = False  # asks for the password, and shows its reports to nobody else

    look: ClassVar[str]  # the template of what waits for a yes
    line: ClassVar[str]  # the template of a line of its report; needs: note, kind
    place: ClassVar[str]  # what a line is known by: a file, or a line
    more: ClassVar[str]  # messages: that there are more lines,
    finished: ClassVar[str]  # and that it is at its end

    @abstractmethod
    def read(self, file: BinaryIO, by: Person | Reader) -> tuple[Found, BinaryIO]:
        """What is understood of an upload, and what to keep of it. Raises Unreadable."""

    @abstractmethod
    def opened(self, key: str | None) -> AbstractContextManager[Any]:
        """What was kept of an upload. Raises Unreadable when it is not there."""

    @abstractmethod
    def ahead(self, import_: Import, source: Any, by: Person | Reader, patience: float) -> Any:
        """All that is slow about the next lines. Changes no row."""

    @abstractmethod
    def take(self, import_: Import, ready: Any, by: Person) -> None:
        """One step further, with what `ahead` prepared."""

    @abstractmethod
    def throw_away(self, ready: Any) -> None:
        """It was prepared, and somebody else was there before."""

    @abstractmethod
    def undo(self, import_: Import, by: Person) -> Undone:
        """Take it back, or begin to."""


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    _kinds[kind.name] = kind


def named(name: str) -> Kind:
    return _kinds.get(name) or abort(404)


def open_to(person: Person | Reader) -> list[Kind]:
    """What this person may bring in."""
    return [kind for kind in _kinds.values() if kind.may(person)]


def hidden_from(person: Person | Reader) -> list[str]:
    """The names of what this person may not even read the reports of."""
    return [kind.name for kind in _kinds.values() if kind.is_delicate and not kind.may(person)]
