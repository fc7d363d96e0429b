"""Kinds whose things are parts of a document: a calendar is one file, and hundreds of events.

A document is read once. What was understood of it is kept until it comes in, and nothing else that
stood there: a file from elsewhere says much about people that is none of our business.
"""

import json
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from typing import Any, BinaryIO, ClassVar, Protocol

from app.core.i18n import N_
from app.core.remarks import Unreadable, remark
from app.imports import uploads
from app.imports.models import LONGEST_PLACE, Found, Line, Outcome
from app.imports.tree import LARGEST_FILE, Archive
from app.imports.waiting import Ready, WaitingKind
from app.people.models import Person, Reader

MOST = 5_000  # parts of an upload
SECONDS = 15.0  # in which all of it is read

NO_DOCUMENT = N_("It is not a file of this kind.")
TOO_MANY = N_("There are more than %(most)s things in it. Bring them in by parts.")
TOO_SLOW = N_("It takes too long to look at all of it. Bring it in by parts.")


@dataclass(frozen=True, kw_only=True)
class Part:
    """What there is to say of a part, and what is kept of one that can come in."""

    line: Line  # its place is given to it
    kept: Any = None


class Parts(Protocol):
    """Reads a document within so many seconds. Raises Unreadable."""

    def __call__(self, data: bytes, by: Person | Reader, *, seconds: float) -> Iterable[Part]: ...


@dataclass(frozen=True, kw_only=True)
class PartsKind(WaitingKind):
    """`parts` reads a document, and `prepare` what was kept of one of its parts."""

    parts: Parts
    prepare: Callable[[Any], Any]
    weigh: Callable[[Any], int]
    told: Callable[[dict[str, Any]], list[str]]  # what was understood, for its reader
    endings: Sequence[str]  # of the names of such documents in a zip
    largest: int = 20

    counted: ClassVar[str] = "imports/parts/_counted.html"
    place: ClassVar[str] = N_("Part")
    more: ClassVar[str] = N_("More lines")
    finished: ClassVar[str] = N_("It is finished. What there is to say is listed here.")
    at_once: ClassVar[int] = 1

    def read(self, file: BinaryIO, by: Person | Reader) -> tuple[Found, BinaryIO]:
        kept, lines = tempfile.TemporaryFile(), list[Line]()  # noqa: SIM115, whoever asked closes it
        try:
            for place, part in self._read(file, by):
                lines.append(replace(part.line, place=place))
                if len(lines) > MOST:
                    raise Unreadable(remark(TOO_MANY, most=MOST))
                if part.kept is not None:
                    kept.write(json.dumps([place, part.kept]).encode() + b"\n")
        except BaseException:
            kept.close()
            raise
        kept.seek(0)
        return Found.of(lines), kept

    @contextmanager
    def opened(self, key: str | None) -> Iterator[BinaryIO]:
        with uploads.opened(key) as file:
            yield file

    def preparing(
        self, source: BinaryIO, by: Person | Reader
    ) -> Callable[[Sequence[str]], Sequence[Any]]:
        """The parts stand in the order in which they come in."""
        source.seek(0)
        kept = (json.loads(text) for text in source)
        return lambda places: [
            self.prepare(next(said for there, said in kept if there == place)) for place in places
        ]

    def weight(self, thing: Any) -> int:
        return self.weigh(thing)

    def throw_away(self, ready: Ready) -> None:
        """Nothing was put anywhere."""

    def _read(self, file: BinaryIO, by: Person | Reader) -> Iterator[tuple[str, Part]]:
        until = time.monotonic() + SECONDS
        file.seek(0)
        if not file.read(4).startswith(b"PK"):
            file.seek(0)
            for number, part in enumerate(self._of(file.read(LARGEST_FILE + 1), by, until), 1):
                yield f"#{number}", part
            return
        with closing(Archive(file)) as tree:
            for name in tree.names:
                if not name.lower().endswith(tuple(self.endings)):
                    yield name, _none(name, Outcome.LEFT_OUT, Unreadable(remark(NO_DOCUMENT)))
                    continue
                try:
                    for number, part in enumerate(self._of(tree.read(name), by, until), 1):
                        yield f"{name[-LONGEST_PLACE + 12 :]} #{number}", part
                except Unreadable as refused:
                    yield name, _none(name, Outcome.REFUSED, refused)
            for name, reason in tree.left_out:
                yield name, _none(name, Outcome.LEFT_OUT, Unreadable(reason))

    def _of(self, data: bytes, by: Person | Reader, until: float) -> Iterable[Part]:
        seconds = until - time.monotonic()
        if seconds <= 0:
            raise Unreadable(remark(TOO_SLOW))
        return self.parts(data, by, seconds=seconds)


def _none(name: str, outcome: Outcome, why: Unreadable) -> Part:
    return Part(line=Line(place=name, outcome=outcome, remarks=[why.reason]))
