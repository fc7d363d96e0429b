"""Kinds whose things are rows of a table: thousands at a time, after a look at what is what.

Only what there is to say of a row becomes a line of the report: one that is refused, brought in,
changed. Of those that say nothing new there is a number.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, BinaryIO, ClassVar, NamedTuple, Protocol

from flask import abort

from app.core.i18n import N_
from app.core.remarks import Remark, Unreadable, remark
from app.core.tables import read_table
from app.imports import kinds, mapping, queries, rows, uploads
from app.imports.kinds import Kind, Undone
from app.imports.mapping import Choice, Field, Said, Setup
from app.imports.models import Found, Import, Line, Note, Outcome
from app.imports.rows import Rows
from app.people.models import Person, Reader

CHUNK = 5_000  # rows of a step
BACK = 1_000  # lines of a step that takes them back
FEW = 100  # lines of a step that are done one by one
SHOWN = 8  # rows of the preview
REMEMBERED = 10  # tables of before

NOTHING = N_("There are no rows under the names of the columns.")
FUTURE = {  # of a row that nobody has said yes to yet
    "brought-in": N_("Comes in"),
    "changed": N_("Changes"),
    "known": N_("As it is"),
    "refused": N_("Is refused"),
    "left-out": N_("Stays out"),
}
SAID = {Outcome.REFUSED, Outcome.LEFT_OUT}


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What would become of a row."""

    line: int
    outcome: Outcome
    title: str = ""
    shown: dict[str, str] = field(default_factory=dict)  # fields, as they were understood
    remarks: Sequence[Remark] = ()


class Judge(Protocol):
    """Looks at a whole table once, chunk by chunk. Changes no row."""

    def judge(self, said: Sequence[Said]) -> Sequence[Verdict]:
        """What would become of some rows, after those seen before."""

    def rest(self) -> list[Line]:
        """When all were seen: who is here and not in the table, if that matters."""


class Ready(NamedTuple):
    passed: int  # rows or lines of this step
    said: Sequence[Any] = []  # rows to bring in, made ready
    notes: list[int] = []  # or lines of the report


def _as_said(setup: Setup, said: Sequence[Said], by: Person | Reader) -> Sequence[Said]:
    """Nothing is slow about the rows."""
    return said


def _each(said: Iterator[Said], setup: Setup) -> Iterator[Said]:
    """Every row says all it says by itself."""
    return said


@dataclass(frozen=True, kw_only=True)
class TableKind(Kind):
    """`bring_in`, `close`, `take_back` and `finish` are verbs. `take_back` says of
    each line what became of it: taken back, or kept with a remark. What is slow about the rows of
    a step is done by `ready`, before anything is written."""

    fields: Sequence[Field]
    choices: Sequence[Choice]
    lacks: Callable[[Setup], Remark | None]
    judge: Callable[[Setup, Person | Reader], Judge]
    bring_in: Callable[[Import, Setup, Sequence[Any], Person], Sequence[Line]]
    close: Callable[[Sequence[Note], Person], None]
    take_back: Callable[[Import, Sequence[Note], Person], None]
    finish: Callable[[Import, Person], None]
    consent: Callable[[Import], Remark | None]  # a second question before the yes, if there is one
    called: Callable[[Iterable[int]], dict[int, str]]  # the names of things, for the report
    most: int  # rows
    step: int = CHUNK  # rows at a time
    ready: Callable[[Setup, Sequence[Said], Person | Reader], Sequence[Any]] = _as_said
    joined: Callable[[Iterator[Said], Setup], Iterator[Said]] = _each  # what rows share
    largest: int = 20
    accept: str = ".csv,.tsv,.txt,.xlsx,text/csv"

    look: ClassVar[str] = "imports/tables/_look.html"
    line: ClassVar[str] = "imports/tables/_line.html"
    place: ClassVar[str] = N_("Line")
    more: ClassVar[str] = N_("More lines")
    finished: ClassVar[str] = N_("It is finished. What there is to say is listed here.")
    future: ClassVar[dict[str, str]] = FUTURE

    def read(self, file: BinaryIO, by: Person | Reader) -> tuple[Found, BinaryIO]:
        setup, keep = self.guessed(file)
        mapping.remember(setup, queries.setups(self.name, by.id, limit=REMEMBERED))
        try:
            return self.understood(Rows(keep), setup, by), keep
        except BaseException:
            keep.close()
            raise

    def guessed(self, file: BinaryIO) -> tuple[Setup, BinaryIO]:
        """What its columns seem to hold, and its rows to be kept. Raises Unreadable."""
        table = read_table(file, most_rows=self.most, largest=self.largest * 2**20)
        setup, keep = rows.kept(table)
        mapping.guess(setup, self.fields)
        setup.choices = {one.name: next(iter(one.options)) for one in self.choices}
        return setup, keep

    def understood(self, source: Rows, setup: Setup, by: Person | Reader) -> Found:
        """The table anew, by what its setup says now. Slow for a large one; changes no row."""
        setup.edition, setup.preview, setup.counts = setup.edition + 1, [], {}
        lacks = self.lacks(setup) or (remark(NOTHING) if setup.rows < 1 else None)
        setup.lacks = list(lacks) if lacks else []
        if lacks:
            return Found([], 0, setup.as_json())
        judge, counts, lines = self.judge(setup, by), Counter[str](), list[Line]()
        said = self._said(source, setup)
        while chunk := list(islice(said, CHUNK)):
            for one in judge.judge(chunk):
                counts[one.outcome.value] += 1
                if one.outcome in SAID:
                    lines.append(_line(one))
                if len(setup.preview) < SHOWN:
                    setup.preview.append(_shown(one))
        rest = judge.rest()
        counts[Outcome.GONE.value] += len(rest)
        setup.counts = dict(counts)
        return Found([*lines, *rest], setup.rows + len(rest), setup.as_json())

    @contextmanager
    def opened(self, key: str | None) -> Iterator[Rows | None]:
        """What is taken back needs no upload any more."""
        if key is None:
            yield None
            return
        with uploads.opened(key) as file:
            yield Rows(file)

    def ahead(
        self, import_: Import, source: Rows | None, by: Person | Reader, patience: float
    ) -> Ready:
        setup = Setup.of(import_.setup)
        if import_.is_being_taken_back:
            notes = queries.made_after(import_.id, setup.after, limit=min(BACK, self.step))
            return Ready(len(notes), notes=notes)
        if import_.reached >= setup.rows:
            notes = queries.lines_of(import_.id, Outcome.GONE, limit=FEW)
            return Ready(len(notes), notes=notes)
        if source is None:
            raise Unreadable(remark(uploads.GONE))
        said = list(self._said(source, setup, after=import_.reached, most=self.step))
        settled = queries.settled(import_.id, {str(one.line) for one in said})
        wanted = [one for one in said if str(one.line) not in settled]
        return Ready(len(said), self.ready(setup, wanted, by))

    def take(self, import_: Import, ready: Ready, by: Person) -> None:
        setup = Setup.of(import_.setup)
        if import_.is_being_taken_back:
            self.take_back(import_, queries.in_order(ready.notes), by)
            setup.after = max(ready.notes, default=setup.after)
        elif ready.notes:
            self.close(queries.in_order(ready.notes), by)
        else:
            lines = self.bring_in(import_, setup, ready.said, by)
            import_.note(line for line in lines if line.outcome is not Outcome.KNOWN)
            setup.known += sum(line.outcome is Outcome.KNOWN for line in lines)
        import_.setup = setup.as_json()
        import_.advance(ready.passed)
        if not import_.goes_on:
            self.finish(import_, by)

    def throw_away(self, ready: Ready) -> None:
        """Nothing was put anywhere."""

    def _said(
        self, source: Rows, setup: Setup, *, after: int = 0, most: int | None = None
    ) -> Iterator[Said]:
        """Its rows from the one after `after` on. What they share is found from the first on."""
        if self.joined is _each:
            return source.said(setup, after=after, most=most)
        end = None if most is None else after + most
        return islice(self.joined(source.said(setup), setup), after, end)

    def undo(self, import_: Import, by: Person) -> Undone:
        import_.turn_back(queries.made_lines(import_.id))
        if not import_.goes_on:
            self.finish(import_, by)
        return Undone(goes_on=True)


def table_kind(name: str) -> TableKind:
    """The kind of that name, if it is one of tables; else there is nothing here."""
    kind = kinds.named(name)
    return kind if isinstance(kind, TableKind) else abort(404)


def _line(verdict: Verdict) -> Line:
    return Line(
        place=str(verdict.line),
        outcome=verdict.outcome,
        title=verdict.title,
        remarks=verdict.remarks,
    )


def _shown(verdict: Verdict) -> dict[str, Any]:
    return {
        "line": verdict.line,
        "outcome": verdict.outcome.value,
        "shown": {name: words[: mapping.SHORT] for name, words in verdict.shown.items()},
        "remarks": [list(one) for one in verdict.remarks],
    }
