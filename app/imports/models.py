"""One import, and what it has to say about each file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, delete, insert
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.db import Entity, db
from app.core.fields import line
from app.core.i18n import N_
from app.core.remarks import Remark
from app.people.models import Person

LONGEST_PLACE = 400  # characters
LONGEST_TITLE = 200


class ImportState(StrEnum):
    READ = "read"  # understood, and waiting for somebody to say yes
    RUNNING = "running"
    FINISHED = "finished"
    TAKING_BACK = "taking-back"  # step by step, as it came
    TAKEN_BACK = "taken-back"


class Outcome(StrEnum):
    WAITING = "waiting"  # understood, and to be brought in
    BROUGHT_IN = "brought-in"
    CHANGED = "changed"  # it was here, and the file says something newer
    KNOWN = "known"  # it was here already, as it is
    REMARK = "remark"  # it came in, but not all of it was understood
    LEFT_OUT = "left-out"  # understood, and not meant for publishing
    REFUSED = "refused"
    GONE = "gone"  # not in the file: to be closed, if somebody says so
    CLOSED = "closed"
    TAKEN_BACK = "taken-back"


WORDS = {
    Outcome.WAITING: N_("Understood"),
    Outcome.BROUGHT_IN: N_("Brought in"),
    Outcome.CHANGED: N_("Brought up to date"),
    Outcome.KNOWN: N_("Already here"),
    Outcome.REMARK: N_("With a remark"),
    Outcome.LEFT_OUT: N_("Left out"),
    Outcome.REFUSED: N_("Not understood"),
    Outcome.GONE: N_("To be closed"),
    Outcome.CLOSED: N_("Closed"),
    Outcome.TAKEN_BACK: N_("Taken back"),
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """What there is to say of one file, or of one row of a table."""

    place: str  # its path, or the number of its line
    outcome: Outcome
    title: str = ""
    understood: dict[str, Any] = field(default_factory=dict)  # for the kind alone
    remarks: Sequence[Remark] = ()
    thing_id: int | None = None
    thing_version: int | None = None


@dataclass(frozen=True, kw_only=True)
class Result:
    """What became of one file. `thing_id` and its version only where the import made it."""

    outcome: Outcome
    remarks: Sequence[Remark] = ()
    thing_id: int | None = None
    thing_version: int | None = None


@dataclass(frozen=True)
class Found:
    """What was understood of an upload, and how much of it there is to bring in."""

    lines: Sequence[Line]
    total: int
    setup: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, lines: Iterable[Line]) -> "Found":
        """Of lines that are there one by one, and wait."""
        lines = list(lines)
        return cls(lines, sum(one.outcome is Outcome.WAITING for one in lines))


class Import(Entity):
    __tablename__ = "imports"

    kind: Mapped[str] = mapped_column(String(40))  # what is brought in: "blog"
    name: Mapped[str] = mapped_column(String(200))  # of the file or folder, as its owner calls it
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    state: Mapped[ImportState] = mapped_column(default=ImportState.READ)
    total: Mapped[int] = mapped_column(default=0)  # files or rows to bring in
    reached: Mapped[int] = mapped_column(default=0)  # files or rows brought in
    finished_at: Mapped[datetime | None]
    file: Mapped[str | None] = mapped_column(String(40))  # the upload in the storage, until then
    setup: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)  # of a table: what is what

    @classmethod
    def read(
        cls, kind: str, name: str, found: "Found", *, by: Person, file: str | None = None
    ) -> "Import":
        """Keep what was understood, for somebody to look at and say yes to."""
        import_ = cls(kind=kind, name=line(name)[:LONGEST_TITLE], person_id=by.id, file=file)
        db.session.add(import_)
        import_.understand(found)
        return import_

    def understand(self, found: "Found") -> None:
        """This is what it says, and whatever was understood before is not."""
        self.total, self.setup = found.total, found.setup
        db.session.flush()
        db.session.execute(delete(Note).where(Note.import_id == self.id))
        self.note(found.lines)

    def note(self, lines: Iterable[Line]) -> None:
        """What there is to say of some of its lines: thousands of them, if need be."""
        if rows := [Note.row(one, self) for one in lines]:
            db.session.execute(insert(Note), rows)

    @property
    def is_read(self) -> bool:
        return self.state is ImportState.READ

    @property
    def is_running(self) -> bool:
        return self.state is ImportState.RUNNING

    @property
    def is_finished(self) -> bool:
        return self.state is ImportState.FINISHED

    @property
    def is_taken_back(self) -> bool:
        return self.state is ImportState.TAKEN_BACK

    @property
    def is_being_taken_back(self) -> bool:
        return self.state is ImportState.TAKING_BACK

    @property
    def goes_on(self) -> bool:
        """Whether there is anything left to bring in, or to take out again."""
        is_under_way = self.is_read or self.is_running or self.is_being_taken_back
        return self.reached < self.total and is_under_way

    def begin(self) -> None:
        """Somebody has said yes."""
        self.state = ImportState.RUNNING

    def advance(self, lines: int) -> None:
        """So many lines further. After the last it is at its end."""
        self.reached += lines
        if self.reached >= self.total:
            back = self.is_being_taken_back
            self._end(ImportState.TAKEN_BACK if back else ImportState.FINISHED)

    def go_on(self, steps: Iterable[tuple["Note", Result]]) -> None:
        """One step further."""
        self.begin()
        steps = list(steps)
        for note, result in steps:
            note.become(result)
        self.advance(len(steps))

    def turn_back(self, lines: int) -> None:
        """From here on it takes out what it brought in: so many lines of its report."""
        self.state, self.total, self.reached, self.file = ImportState.TAKING_BACK, lines, 0, None
        if not lines:
            self._end(ImportState.TAKEN_BACK)

    def take_back(self, notes: Iterable["Note"]) -> None:
        """These things are gone again; what else it brought in stays. It does not go on."""
        self._end(ImportState.TAKEN_BACK)
        for note in notes:
            note.outcome = Outcome.TAKEN_BACK

    def expire(self) -> None:
        """What was uploaded is not kept any longer."""
        self.file = None

    def discard(self) -> None:
        """Nothing of it was brought in, and nothing is kept."""
        db.session.delete(self)

    def _end(self, state: ImportState) -> None:
        self.state, self.finished_at, self.file = state, clock.now(), None


class Note(Entity):
    """One line of the report: the file, what became of it, and why."""

    __tablename__ = "import_notes"
    __table_args__ = (Index("ix_import_notes_import", "import_id", "outcome", "id"),)

    import_id: Mapped[int] = mapped_column(ForeignKey("imports.id", ondelete="CASCADE"))
    place: Mapped[str] = mapped_column(String(LONGEST_PLACE))
    title: Mapped[str] = mapped_column(String(LONGEST_TITLE), default="")
    outcome: Mapped[Outcome]
    understood: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    remarks: Mapped[list[Any]] = mapped_column(JSON, default=list)  # messages and their values
    thing_id: Mapped[int | None]
    thing_version: Mapped[int | None]

    @classmethod
    def row(cls, line: Line, import_: Import) -> dict[str, Any]:
        """Its columns, for many to be written at once."""
        return {
            "import_id": import_.id,
            "place": line.place[:LONGEST_PLACE],
            "title": line.title[:LONGEST_TITLE],
            "outcome": line.outcome,
            "understood": line.understood,
            "remarks": [list(remark) for remark in line.remarks],
            "thing_id": line.thing_id,
            "thing_version": line.thing_version,
        }

    def become(self, result: Result) -> None:
        self.outcome = result.outcome
        self.remarks = [list(remark) for remark in result.remarks]
        self.thing_id, self.thing_version = result.thing_id, result.thing_version
