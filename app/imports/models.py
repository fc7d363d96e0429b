"""One import, and what it has to say about each file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
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
    TAKEN_BACK = "taken-back"


class Outcome(StrEnum):
    WAITING = "waiting"  # understood, and to be brought in
    BROUGHT_IN = "brought-in"
    CHANGED = "changed"  # it was here, and the file says something newer
    KNOWN = "known"  # it was here already, as it is
    REMARK = "remark"  # it came in, but not all of it was understood
    LEFT_OUT = "left-out"  # understood, and not meant for publishing
    REFUSED = "refused"
    TAKEN_BACK = "taken-back"


WORDS = {
    Outcome.WAITING: N_("Understood"),
    Outcome.BROUGHT_IN: N_("Brought in"),
    Outcome.CHANGED: N_("Brought up to date"),
    Outcome.KNOWN: N_("Already here"),
    Outcome.REMARK: N_("With a remark"),
    Outcome.LEFT_OUT: N_("Left out"),
    Outcome.REFUSED: N_("Not understood"),
    Outcome.TAKEN_BACK: N_("Taken back"),
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """What was understood of one file, before anything is brought in."""

    place: str
    outcome: Outcome
    title: str = ""
    understood: dict[str, Any] = field(default_factory=dict)  # for the kind's own card
    remarks: Sequence[Remark] = ()


@dataclass(frozen=True, kw_only=True)
class Result:
    """What became of one file. `thing_id` and its version only where the import made it."""

    outcome: Outcome
    remarks: Sequence[Remark] = ()
    thing_id: int | None = None
    thing_version: int | None = None


class Import(Entity):
    __tablename__ = "imports"

    kind: Mapped[str] = mapped_column(String(40))  # what is brought in: "blog"
    name: Mapped[str] = mapped_column(String(200))  # of the file or folder, as its owner calls it
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    state: Mapped[ImportState] = mapped_column(default=ImportState.READ)
    total: Mapped[int] = mapped_column(default=0)  # files to bring in
    reached: Mapped[int] = mapped_column(default=0)  # files brought in
    finished_at: Mapped[datetime | None]
    file: Mapped[str | None] = mapped_column(String(40))  # the upload in the storage, until then

    @classmethod
    def read(
        cls, kind: str, name: str, lines: Iterable[Line], *, by: Person, file: str | None = None
    ) -> "Import":
        """Keep what was understood, for somebody to look at and say yes to."""
        lines = list(lines)
        waiting = sum(one.outcome is Outcome.WAITING for one in lines)
        import_ = cls(
            kind=kind, name=line(name)[:LONGEST_TITLE], person_id=by.id, total=waiting, file=file
        )
        db.session.add(import_)
        db.session.flush()
        db.session.add_all(Note.of(one, import_) for one in lines)
        return import_

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
    def goes_on(self) -> bool:
        """Whether there is anything left to bring in."""
        return self.reached < self.total and (self.is_read or self.is_running)

    def go_on(self, steps: Iterable[tuple["Note", Result]]) -> None:
        """One step further. After the last it is finished."""
        self.state = ImportState.RUNNING
        for note, result in steps:
            note.become(result)
            self.reached += 1
        if self.reached >= self.total:
            self._end(ImportState.FINISHED)

    def take_back(self, notes: Iterable["Note"]) -> None:
        """These things are gone again; what else it brought in stays. It does not go on."""
        self._end(ImportState.TAKEN_BACK)
        for note in notes:
            note.outcome = Outcome.TAKEN_BACK

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
    def of(cls, line: Line, import_: Import) -> "Note":
        return cls(
            import_id=import_.id,
            place=line.place[:LONGEST_PLACE],
            title=line.title[:LONGEST_TITLE],
            outcome=line.outcome,
            understood=line.understood,
            remarks=[list(remark) for remark in line.remarks],
        )

    def become(self, result: Result) -> None:
        self.outcome = result.outcome
        self.remarks = [list(remark) for remark in result.remarks]
        self.thing_id, self.thing_version = result.thing_id, result.thing_version
