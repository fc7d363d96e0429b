"""What somebody answers to an invitation, and the seat they have of it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.db import Base, Entity
from app.people.models import Person


class Reply(StrEnum):
    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


class Seat(StrEnum):
    """What became of a yes; of all else, none."""

    NONE = "none"
    GOING = "going"
    WAITING = "waiting"
    ASKED = "asked"  # an organiser says whether
    REFUSED = "refused"


class Answer(Entity):
    """One for each person and date."""

    __tablename__ = "event_answers"
    __table_args__ = (
        CheckConstraint("(reply = 'yes') = (seat <> 'none')", name="a_yes_has_a_seat"),
        Index("uq_event_answers_person", "occurrence_id", "person_id", unique=True),
        Index("ix_event_answers_seat", "occurrence_id", "seat", "turn"),
        Index("ix_event_answers_mine", "person_id", "reply", "occurrence_id"),
    )

    occurrence_id: Mapped[int] = mapped_column(
        ForeignKey("event_occurrences.id", ondelete="CASCADE")
    )
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    reply: Mapped[Reply]
    seat: Mapped[Seat] = mapped_column(default=Seat.NONE)
    guests: Mapped[int] = mapped_column(default=0)
    turn: Mapped[int] = mapped_column(default=0)  # among those who wait, the lowest first
    with_series: Mapped[bool] = mapped_column(default=False)  # they said so of all of it
    moved_up_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship()

    @property
    def seats(self) -> int:
        """How many they take, or want to."""
        return 1 + self.guests


class SeriesAnswer(Base):
    """What somebody answers to a whole series: it holds for dates that come to it later."""

    __tablename__ = "event_series_answers"

    event_id: Mapped[int] = mapped_column(
        ForeignKey("events.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, index=True)
    reply: Mapped[Reply]
    guests: Mapped[int] = mapped_column(default=0)
