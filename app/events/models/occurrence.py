"""A date of an event: what one says yes to, and where one was."""

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core import clock
from app.core.db import Entity
from app.events.models.event import (
    LONGEST_PLACE,
    LONGEST_REASON,
    LONGEST_TITLE,
    LONGEST_URL,
    Event,
)
from app.events.models.when import When
from app.facts import record
from app.facts.events import OccurrenceCancelled, OccurrenceMoved, OccurrenceRestored
from app.people.models import Person

OPENS_BEFORE = timedelta(hours=1)  # it begins, one may say that one is there
OPEN_AFTER = timedelta(hours=12)  # it has ended
ASKED_FOR = timedelta(days=14)  # how it was, after it has ended


class Occurrence(Entity):
    """Of an event that is no series there is one. What it says is its event's, unless it is an
    exception: then it is its own.
    """

    __tablename__ = "event_occurrences"
    __table_args__ = (
        UniqueConstraint("event_id", "original", name="uq_event_occurrences_original"),
        Index("ix_event_occurrences_starts_at", "starts_at", "id"),
        Index("ix_event_occurrences_starts", "starts", "id"),  # by the wall: years and quarters
        Index(
            "uq_event_occurrences_code",
            "code",
            unique=True,
            sqlite_where=text("code <> ''"),
            postgresql_where=text("code <> ''"),
        ),
    )

    event_id: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"))
    original: Mapped[datetime]  # when the rule says it begins, by the wall: RECURRENCE-ID
    starts: Mapped[datetime]
    ends: Mapped[datetime]
    starts_at: Mapped[datetime]  # the same, UTC
    ends_at: Mapped[datetime]
    seconds: Mapped[int]  # that it counts as, kept by `stand_at`: the figures add up thousands
    title: Mapped[str] = mapped_column(String(LONGEST_TITLE))
    place: Mapped[str] = mapped_column(String(LONGEST_PLACE), default="")
    call_url: Mapped[str] = mapped_column(String(LONGEST_URL), default="")
    is_exception: Mapped[bool] = mapped_column(default=False)
    cancelled_at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(String(LONGEST_REASON), default="")
    # Kept by `seating`: seats taken, people who wait, who may come, and who ask to.
    taken: Mapped[int] = mapped_column(default=0)
    waiting: Mapped[int] = mapped_column(default=0)
    maybe: Mapped[int] = mapped_column(default=0)
    asking: Mapped[int] = mapped_column(default=0)
    turns: Mapped[int] = mapped_column(default=0)  # given to those who wait, ever
    came: Mapped[int] = mapped_column(default=0)  # kept by `attending`: people who were counted
    reminded_at: Mapped[datetime | None]
    asked_at: Mapped[datetime | None]  # how it was
    code: Mapped[str] = mapped_column(String(16), default="")  # by which one says that one is there

    event: Mapped[Event] = relationship(back_populates="occurrences")

    def stand_at(self, when: When) -> None:
        self.starts, self.ends = when.starts, when.ends
        self.starts_at, self.ends_at = when.starts_at, when.ends_at
        self.seconds = when.worked

    def move(self, when: When, *, place: str, call_url: str, by: Person) -> None:
        """Another day, another hour or another place than the rest of its series."""
        if (self.when, self.place, self.call_url) == (when, place, call_url):
            return

        moved = self.when != when
        self.stand_at(when)
        self.place, self.call_url, self.is_exception = place, call_url, True
        if moved:
            self.reminded_at = self.asked_at = None
        self.event.change()
        record(OccurrenceMoved(actor=by, occurrence=self))

    def cancel(self, reason: str, *, by: Person) -> None:
        if self.cancelled_at:
            return

        self.cancelled_at, self.reason = clock.now(), reason
        self.event.change()
        record(OccurrenceCancelled(actor=by, occurrence=self, reason=reason))

    def restore(self, *, by: Person) -> None:
        if not self.cancelled_at:
            return

        self.cancelled_at, self.reason = None, ""
        self.event.change()
        record(OccurrenceRestored(actor=by, occurrence=self))

    @property
    def when(self) -> When:
        return When(self.starts, self.ends, self.zone, self.is_all_day)

    @property
    def zone(self) -> str:
        return self.event.zone

    @property
    def is_all_day(self) -> bool:
        return self.event.is_all_day

    @property
    def capacity(self) -> int | None:
        return self.event.capacity

    @property
    def is_off(self) -> bool:
        """It does not take place, or nothing of its event does."""
        return self.cancelled_at is not None or self.event.is_cancelled

    @property
    def why_off(self) -> str:
        return self.reason if self.cancelled_at else self.event.reason

    @property
    def has_begun(self) -> bool:
        return self.starts_at <= clock.now()

    @property
    def is_over(self) -> bool:
        return self.ends_at <= clock.now()

    @property
    def has_opened(self) -> bool:
        """Whether people may be counted who are there."""
        return self.starts_at - OPENS_BEFORE <= clock.now()

    @property
    def takes_check_ins(self) -> bool:
        """Whether one may say oneself that one is there."""
        is_on = self.event.is_shown and not self.is_off
        return is_on and self.has_opened and clock.now() <= self.ends_at + OPEN_AFTER

    @property
    def takes_feedback(self) -> bool:
        is_on = self.event.is_shown and not self.is_off
        return is_on and self.is_over and clock.now() <= self.ends_at + ASKED_FOR

    @property
    def takes_answers(self) -> bool:
        """Whether one may still join."""
        is_open = self.event.is_shown and not self.event.closed_at
        return is_open and not self.is_off and not self.has_begun

    @property
    def free(self) -> int | None:
        """Seats; None where there is no end of them."""
        return None if self.capacity is None else max(0, self.capacity - self.taken)
