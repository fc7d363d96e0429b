"""An event: once, or a series of dates."""

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.attachments.models import Picture
from app.catalogue.categories import Category
from app.core import clock, textindex
from app.core.db import Base, Entity, db
from app.core.markdown import Rendered
from app.events.models.when import When
from app.facts import record
from app.facts.events import (
    EventAnnounced,
    EventCancelled,
    EventMoved,
    EventRestored,
    OrganiserNamed,
    OrganiserReleased,
    RegistrationClosed,
    RegistrationOpened,
)
from app.people.models import Person

if TYPE_CHECKING:
    from app.events.models.occurrence import Occurrence

LONGEST_TITLE, LONGEST_PLACE, LONGEST_URL, LONGEST_REASON = 160, 200, 500, 400  # characters
LONGEST_UID = 255
MOST_SEATS, MOST_GUESTS = 100_000, 5


class Organiser(Base):
    """Whoever looks after an event. The first of them announced it."""

    __tablename__ = "event_organisers"

    event_id: Mapped[int] = mapped_column(
        ForeignKey("events.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, index=True)
    position: Mapped[int] = mapped_column(default=0)

    person: Mapped[Person] = relationship()


class Invited(Base):
    """A space that is asked to an event besides the one it stands in: whoever sees into it sees
    the event.
    """

    __tablename__ = "event_spaces"

    event_id: Mapped[int] = mapped_column(
        ForeignKey("events.id", ondelete="CASCADE"), primary_key=True
    )
    space_id: Mapped[int] = mapped_column(ForeignKey("spaces.id"), primary_key=True, index=True)


class Event(Entity):
    __tablename__ = "events"
    __table_args__ = (
        CheckConstraint("title <> ''", name="an_event_has_a_title"),
        CheckConstraint("ends >= starts", name="it_ends_after_it_begins"),
        CheckConstraint("capacity IS NULL OR capacity > 0", name="a_capacity_seats_somebody"),
        Index("ix_events_space", "space_id", "id"),
        Index("ix_events_author", "author_id", "id"),
        Index(
            "ix_events_hidden",
            "hidden_at",
            sqlite_where=text("hidden_at IS NOT NULL"),
            postgresql_where=text("hidden_at IS NOT NULL"),
        ),
    )

    title: Mapped[str] = mapped_column(String(LONGEST_TITLE))
    category: Mapped[Category]
    text: Mapped[str] = mapped_column(Text, default="")
    html: Mapped[str] = mapped_column(Text, default="")
    excerpt: Mapped[str] = mapped_column(String(300), default="")
    language: Mapped[str] = mapped_column(String(2))
    starts: Mapped[datetime]  # by the wall of its zone, as `ends`: see `When`
    ends: Mapped[datetime]
    zone: Mapped[str] = mapped_column(String(64))
    is_all_day: Mapped[bool] = mapped_column(default=False)
    rule: Mapped[str] = mapped_column(String(400), default="")  # RFC 5545, of a series
    more_dates: Mapped[list[str]] = mapped_column(JSON, default=list)  # walls, beside the rule
    skipped: Mapped[list[str]] = mapped_column(JSON, default=list)  # walls, taken out of it
    place: Mapped[str] = mapped_column(String(LONGEST_PLACE), default="")
    call_url: Mapped[str] = mapped_column(String(LONGEST_URL), default="")
    capacity: Mapped[int | None]  # seats of each of its dates
    guests: Mapped[int] = mapped_column(default=0)  # whom one may bring
    needs_approval: Mapped[bool] = mapped_column(default=False)
    space_id: Mapped[int | None] = mapped_column(ForeignKey("spaces.id"))
    cover_id: Mapped[int | None] = mapped_column(ForeignKey("pictures.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    closed_at: Mapped[datetime | None]  # nobody joins any more
    cancelled_at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(String(LONGEST_REASON), default="")  # why it is off
    hidden_at: Mapped[datetime | None]
    edited_at: Mapped[datetime | None]
    # What calendars know it by, for good, and how often it has changed since.
    uid: Mapped[str] = mapped_column(String(LONGEST_UID), unique=True)
    sequence: Mapped[int] = mapped_column(default=0)
    digest: Mapped[str] = mapped_column(String(64), default="")  # of the file it came from
    version: Mapped[int] = mapped_column()

    author: Mapped[Person] = relationship(foreign_keys=[author_id])
    cover: Mapped[Picture | None] = relationship()
    organisers: Mapped[list[Organiser]] = relationship(
        order_by=Organiser.position, cascade="all, delete-orphan"
    )
    invited: Mapped[list[Invited]] = relationship(cascade="all, delete-orphan")
    occurrences: Mapped[list["Occurrence"]] = relationship(
        back_populates="event", order_by="Occurrence.original", cascade="all, delete-orphan"
    )

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def draft(cls, *, by: Person, uid: str = "", **columns: Any) -> "Event":
        """One that nobody has heard of yet: it has no dates."""
        event = cls(author_id=by.id, uid=uid or f"{uuid4()}@wowista", **columns)
        event.organisers = [Organiser(person_id=by.id)]
        db.session.add(event)
        return event

    def announce(self, *, by: Person) -> None:
        """There from now on, with its dates, for whoever sees where it stands."""
        record(EventAnnounced(actor=by, event=self))
        self.be_found()

    def come_in(self, digest: str, sequence: int) -> None:
        """As a file from elsewhere says it; nobody has changed it here since."""
        known = (self.sequence or 0) + 1 if self.came_in else 0
        self.digest, self.sequence = digest, max(known, sequence)

    def take_back(self) -> None:
        """As if it had never come in; its import is the fact, and undoes it."""
        textindex.remove("event", self.id)
        db.session.delete(self)

    def say(self, title: str, text: str, rendered: Rendered, *, language: str) -> None:
        self.title, self.text, self.language = title, text, language
        self.html, self.excerpt = rendered.html, rendered.excerpt

    def stand_at(self, when: When, *, rule: str = "") -> None:
        """What was added to its rule and taken out of it goes with its hour; with another rule it
        is over.
        """
        if rule != (self.rule or ""):
            self.more_dates, self.skipped = [], []
        elif self.starts and self.starts.time() != when.starts.time():
            self.more_dates = [_at(wall, when) for wall in self.more_dates or []]
            self.skipped = [_at(wall, when) for wall in self.skipped or []]
        self.starts, self.ends, self.zone = when.starts, when.ends, when.zone
        self.is_all_day, self.rule = when.is_all_day, rule

    def change(self) -> None:
        """Something that calendars show is not as it was."""
        self.sequence += 1
        self.edited_at = clock.now()

    def tell_of_move(self, *, by: Person) -> None:
        record(EventMoved(actor=by, event=self))

    def cancel(self, reason: str, *, by: Person) -> None:
        """It does not take place. It stays where it is, and says so."""
        if self.is_cancelled:
            return

        self.cancelled_at, self.reason = clock.now(), reason
        self.change()
        record(EventCancelled(actor=by, event=self, reason=reason))

    def restore(self, *, by: Person) -> None:
        if not self.is_cancelled:
            return

        self.cancelled_at, self.reason = None, ""
        self.change()
        record(EventRestored(actor=by, event=self))

    def close_registration(self, *, by: Person) -> None:
        """Who comes, comes; nobody joins any more."""
        if self.closed_at:
            return

        self.closed_at = clock.now()
        record(RegistrationClosed(actor=by, event=self))

    def open_registration(self, *, by: Person) -> None:
        if not self.closed_at:
            return

        self.closed_at = None
        record(RegistrationOpened(actor=by, event=self))

    def name_organiser(self, person: Person, *, by: Person) -> None:
        if self.is_organised_by(person.id):
            return

        place = max(one.position for one in self.organisers) + 1
        self.organisers.append(Organiser(person_id=person.id, position=place))
        self.be_found()
        record(OrganiserNamed(actor=by, event=self, person=person))

    def release_organiser(self, person: Person, *, by: Person) -> None:
        """Whoever announced it stays."""
        gone = [one for one in self.organisers if one.person_id == person.id]
        if not gone or person.id == self.author_id:
            return

        self.organisers.remove(gone[0])
        self.be_found()
        record(OrganiserReleased(actor=by, event=self, person=person))

    def hide(self, *, by: Person) -> None:
        """Nobody reads it but its organisers and whoever keeps order. Its case is the fact."""
        if self.is_shown:
            self.hidden_at = clock.now()
            self.be_found()

    def unhide(self) -> None:
        if not self.is_shown:
            self.hidden_at = None
            self.be_found()

    @property
    def when(self) -> When:
        return When(self.starts, self.ends, self.zone, self.is_all_day)

    @property
    def is_series(self) -> bool:
        return bool(self.rule or self.more_dates)

    @property
    def came_in(self) -> bool:
        """It was announced elsewhere, and comes from a file."""
        return bool(self.digest)

    @property
    def is_shown(self) -> bool:
        return self.hidden_at is None

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_at is not None

    @property
    def made_by(self) -> list[int]:
        return [one.person_id for one in self.organisers]

    def is_organised_by(self, person_id: int) -> bool:
        return person_id in self.made_by

    def be_found(self) -> None:
        """By what it says today, or not at all."""
        if not self.is_shown:
            textindex.remove("event", self.id)
            return
        textindex.put(
            "event",
            self.id,
            title=self.title,
            text=" ".join([self.text, self.place]),
            language=self.language,
            authors=self.made_by,
            at=self.created_at,
        )


def _at(wall: str, when: When) -> str:
    """The same day, at the hour at which it begins now."""
    day = datetime.fromisoformat(wall).date()
    return datetime.combine(day, when.starts.time()).isoformat()
