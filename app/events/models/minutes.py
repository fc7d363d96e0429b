"""The minutes of a date: what was said and agreed, and every version of it."""

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core import clock
from app.core.db import Entity, db
from app.core.markdown import Rendered
from app.events.models.occurrence import Occurrence
from app.facts import record
from app.facts.events import MinutesRestored, MinutesWithdrawn, MinutesWritten
from app.people.models import Person

LONGEST_CHANGE = 300  # characters
MOST_REACHED = 10_000_000


class Minutes(Entity):
    """One for each date. Taken away they are kept, and shown to nobody but its organisers."""

    __tablename__ = "event_minutes"
    __table_args__ = (
        Index("uq_event_minutes_occurrence", "occurrence_id", unique=True),
        # Whom they say were reached is read of thousands, without their words.
        Index("ix_event_minutes_reached", "occurrence_id", "withdrawn_at", "reached"),
        CheckConstraint("text <> ''", name="minutes_say_something"),
        CheckConstraint("reached IS NULL OR reached >= 0", name="nobody_or_more_were_reached"),
    )

    occurrence_id: Mapped[int] = mapped_column(
        ForeignKey("event_occurrences.id", ondelete="CASCADE")
    )
    text: Mapped[str] = mapped_column(Text)
    html: Mapped[str] = mapped_column(Text)
    reached: Mapped[int | None]  # people, as whoever organised it reckons
    changed: Mapped[str] = mapped_column(String(LONGEST_CHANGE), default="")
    last_revision: Mapped[int] = mapped_column(default=0)
    withdrawn_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column()

    occurrence: Mapped[Occurrence] = relationship()

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def begin(cls, occurrence: Occurrence) -> "Minutes":
        """Those of a date that has none: nothing is said yet."""
        return cls(occurrence=occurrence, last_revision=0)

    @property
    def is_shown(self) -> bool:
        return self.withdrawn_at is None

    def says(self, text: str, reached: int | None, changed: str) -> bool:
        """Whether it says exactly that, and shows it."""
        stands = (self.text, self.reached, self.changed)
        return self.is_shown and stands == (text, reached, changed)

    def write(
        self, text: str, rendered: Rendered, *, reached: int | None, changed: str, by: Person
    ) -> None:
        """Better words. Told once: when there were none before."""
        is_new = not self.last_revision
        if not is_new and self.says(text, reached, changed):
            return

        self.text, self.html = text, rendered.html
        self.reached, self.changed = reached, changed
        self.last_revision += 1
        db.session.add(self)
        db.session.flush()
        db.session.add(
            MinutesRevision(
                minutes_id=self.id,
                number=self.last_revision,
                text=text,
                html=rendered.html,
                reached=reached,
                changed=changed,
                person_id=by.id,
            )
        )
        if is_new:
            record(MinutesWritten(actor=by, occurrence=self.occurrence))
        else:
            self.restore(by=by)

    def withdraw(self, *, by: Person) -> None:
        if not self.is_shown:
            return

        self.withdrawn_at = clock.now()
        record(MinutesWithdrawn(actor=by, occurrence=self.occurrence))

    def restore(self, *, by: Person) -> None:
        if self.is_shown:
            return

        self.withdrawn_at = None
        record(MinutesRestored(actor=by, occurrence=self.occurrence))


class MinutesRevision(Entity):
    """What they said at one time, and who wrote that."""

    __tablename__ = "event_minutes_revisions"
    __table_args__ = (
        Index("uq_event_minutes_revisions_number", "minutes_id", "number", unique=True),
    )

    minutes_id: Mapped[int] = mapped_column(ForeignKey("event_minutes.id", ondelete="CASCADE"))
    number: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    html: Mapped[str] = mapped_column(Text)
    reached: Mapped[int | None]
    changed: Mapped[str] = mapped_column(String(LONGEST_CHANGE), default="")
    pictures: Mapped[list[str]] = mapped_column(JSON, default=list)  # keys of those it showed
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))

    person: Mapped[Person] = relationship()
