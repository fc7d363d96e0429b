"""Who was there, and who says so."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.db import Entity
from app.people.models import Person


class Attendance(Entity):
    """One for each person and date. When it was written is when they were counted."""

    __tablename__ = "event_attendances"
    __table_args__ = (
        Index("uq_event_attendances_person", "occurrence_id", "person_id", unique=True),
        Index("ix_event_attendances_mine", "person_id", "occurrence_id"),
    )

    occurrence_id: Mapped[int] = mapped_column(
        ForeignKey("event_occurrences.id", ondelete="CASCADE")
    )
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))  # None: they said so

    person: Mapped[Person] = relationship(foreign_keys=[person_id])

    @property
    def is_their_own_word(self) -> bool:
        return self.by_id is None
