"""One import, and what it has to say about each file."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Entity


class ImportState(StrEnum):
    READ = "read"  # understood, and waiting for somebody to say yes
    RUNNING = "running"
    FINISHED = "finished"


class Outcome(StrEnum):
    BROUGHT_IN = "brought-in"
    CHANGED = "changed"  # it was here, and the file says something newer
    KNOWN = "known"  # it was here already, as it is
    REMARK = "remark"  # it came in, but not all of it was understood
    REFUSED = "refused"


class Import(Entity):
    __tablename__ = "imports"

    kind: Mapped[str] = mapped_column(String(40))  # what is brought in: "blog"
    name: Mapped[str] = mapped_column(String(200))  # of the file or folder, as its owner calls it
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    state: Mapped[ImportState] = mapped_column(default=ImportState.READ)
    total: Mapped[int] = mapped_column(default=0)  # files to go through
    reached: Mapped[int] = mapped_column(default=0)  # files gone through
    finished_at: Mapped[datetime | None]

    @property
    def is_finished(self) -> bool:
        return self.state is ImportState.FINISHED


class Note(Entity):
    """One line of the report: the file, what became of it, and why."""

    __tablename__ = "import_notes"
    __table_args__ = (Index("ix_import_notes_import", "import_id", "outcome", "id"),)

    import_id: Mapped[int] = mapped_column(ForeignKey("imports.id", ondelete="CASCADE"))
    place: Mapped[str] = mapped_column(String(400))
    outcome: Mapped[Outcome]
    reason: Mapped[str] = mapped_column(Text, default="")
