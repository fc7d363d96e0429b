"""An initiative: a piece of work with a start, an owner, and something that comes of it."""

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.attachments.models import Picture
from app.catalogue.categories import Category
from app.core import clock, textindex
from app.core.calendar import today
from app.core.db import Base, Entity, db
from app.core.markdown import Rendered
from app.facts import record
from app.facts.initiatives import (
    InitiativeEdited,
    InitiativeEnded,
    InitiativeHandedOver,
    InitiativeLogged,
    InitiativeReopened,
    InitiativeRestored,
    InitiativeWithdrawn,
    TeammateNamed,
    TeammateReleased,
)
from app.initiatives.models.review import Review, Reviewed
from app.people.models import Person, Unit

if TYPE_CHECKING:
    from app.initiatives.models.change import Change
    from app.initiatives.models.milestone import Milestone

LONGEST_TITLE, LONGEST_RESULT = 160, 1_000  # characters
MOST_HOURS, MOST_REACHED = 10_000, 1_000_000


class Standing(StrEnum):
    SHOWN = "shown"
    WITHDRAWN = "withdrawn"
    HIDDEN = "hidden"  # it was reported, and somebody who keeps order took it away


class Teammate(Base):
    """Whoever works on an initiative beside its owner."""

    __tablename__ = "initiative_teammates"

    initiative_id: Mapped[int] = mapped_column(
        ForeignKey("initiatives.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, index=True)
    position: Mapped[int] = mapped_column(default=0)

    person: Mapped[Person] = relationship()


# Reviewed: review, reviewed_by, reviewed_at, reason.
class Initiative(Reviewed, Entity):
    __tablename__ = "initiatives"
    __table_args__ = (
        CheckConstraint("title <> ''", name="an_initiative_has_a_title"),
        CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="it_ends_after_it_begins"),
        CheckConstraint("hours IS NULL OR hours >= 0", name="no_hours_or_more"),
        CheckConstraint("reached IS NULL OR reached >= 0", name="nobody_or_more_were_reached"),
        CheckConstraint("review <> 'returned' OR reason <> ''", name="a_return_says_why"),
        # The list, newest first, and what it is narrowed to.
        Index("ix_initiatives_listed", "standing", "starts_on", "id"),
        Index("ix_initiatives_category", "standing", "category", "starts_on", "id"),
        Index("ix_initiatives_unit", "unit_id", "starts_on"),
        Index("ix_initiatives_owner", "owner_id", "starts_on", "id"),
        Index("ix_initiatives_ended", "ends_on", "standing"),
        Index("ix_initiatives_review", "review", "standing", "starts_on", "id"),
        Index("ix_initiatives_author", "author_id"),
        Index("ix_initiatives_digest", "digest"),
        {"sqlite_autoincrement": True},  # what points at one that is gone finds no other
    )

    title: Mapped[str] = mapped_column(String(LONGEST_TITLE))
    category: Mapped[Category]
    text: Mapped[str] = mapped_column(Text, default="")
    html: Mapped[str] = mapped_column(Text, default="")
    excerpt: Mapped[str] = mapped_column(String(300), default="")
    language: Mapped[str] = mapped_column(String(2))
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]  # its last day; without one it goes on
    hours: Mapped[int | None]  # of work, of all who worked on it
    reached: Mapped[int | None]  # people
    result: Mapped[str] = mapped_column(String(LONGEST_RESULT), default="")  # what came of it
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    cover_id: Mapped[int | None] = mapped_column(ForeignKey("pictures.id"))
    owner_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))  # whoever logged it
    standing: Mapped[Standing] = mapped_column(default=Standing.SHOWN)
    withdrawn_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    edited_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]  # when it was told that its last day has come
    digest: Mapped[str] = mapped_column(String(64), default="")  # of the row it came from
    version: Mapped[int] = mapped_column()

    owner: Mapped[Person] = relationship(foreign_keys=[owner_id])
    unit: Mapped[Unit | None] = relationship()
    cover: Mapped[Picture | None] = relationship()
    team: Mapped[list[Teammate]] = relationship(
        order_by=Teammate.position, cascade="all, delete-orphan"
    )
    milestones: Mapped[list["Milestone"]] = relationship(
        back_populates="initiative",
        order_by="(Milestone.position, Milestone.id)",
        cascade="all, delete-orphan",
    )
    changes: Mapped[list["Change"]] = relationship(
        back_populates="initiative", order_by="Change.after", cascade="all, delete-orphan"
    )

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def draft(cls, *, by: Person, owner: Person | None = None, **columns: Any) -> "Initiative":
        """One that nobody has heard of yet."""
        owner = owner or by
        initiative = cls(author_id=by.id, owner_id=owner.id, unit_id=owner.unit_id, **columns)
        initiative.standing, initiative.review = Standing.SHOWN, Review.OPEN
        db.session.add(initiative)
        return initiative

    def log(self, *, by: Person, came_from: Entity | None = None) -> None:
        """There from now on. `came_from` is what it carries out: an idea, say."""
        record(InitiativeLogged(actor=by, initiative=self, came_from=came_from))
        self.be_found()

    def come_in(self, digest: str) -> None:
        """A row of a file says it; its import is the fact, and lets all of its rows be found."""
        self.digest = digest

    def take_back(self) -> None:
        """As if it had never come in; its import is the fact, undoes it, and lets nobody find it
        any more.
        """
        db.session.delete(self)

    def say(self, title: str, text: str, rendered: Rendered, *, language: str) -> None:
        self.title, self.text, self.language = title, text, language
        self.html, self.excerpt = rendered.html, rendered.excerpt

    def last(self, starts_on: date, ends_on: date | None, *, by: Person | None = None) -> None:
        """From one day to another, or for the time being. What was asked about an end that has not
        come yet, and not answered, was asked too early.
        """
        self.starts_on, self.ends_on = starts_on, ends_on
        if not self.id:
            self.ended_at = clock.now() if self.has_ended(today()) else None
            return
        self.changes = [one for one in self.changes if one.is_written or one.is_due(today())]
        if self.has_ended(today()):
            self.end(by=by)
        elif self.ended_at:
            self.ended_at = None
            record(InitiativeReopened(actor=by, initiative=self))

    def end(self, *, by: Person | None) -> None:
        """Its last day has come: that is told once."""
        if self.ended_at is None:
            self.ended_at = clock.now()
            record(InitiativeEnded(actor=by, initiative=self))

    def edit(self, *, by: Person) -> None:
        """Somebody has mended it: governance looks at what it had returned once more."""
        self.edited_at = clock.now()
        if self.review is Review.RETURNED:
            self._be_reviewed(Review.OPEN)
        record(InitiativeEdited(actor=by, initiative=self))
        self.be_found()

    def count_anew(self) -> None:
        """What figures stand on is not what somebody confirmed any more."""
        if self.review is Review.CONFIRMED:
            self._be_reviewed(Review.OPEN)

    def name_teammate(self, person: Person, *, by: Person) -> None:
        if person.id in self.made_by:
            return

        place = max((one.position for one in self.team), default=0) + 1
        self.team.append(Teammate(person_id=person.id, position=place))
        self.be_found()
        record(TeammateNamed(actor=by, initiative=self, person=person))

    def release_teammate(self, person: Person, *, by: Person) -> None:
        gone = [one for one in self.team if one.person_id == person.id]
        if not gone:
            return

        self.team.remove(gone[0])
        self.be_found()
        record(TeammateReleased(actor=by, initiative=self, person=person))

    def hand_over(self, person: Person, *, by: Person) -> None:
        """To somebody of the team; whoever had it stays in the team."""
        if person.id == self.owner_id:
            return

        self.team = [one for one in self.team if one.person_id != person.id]
        self.team.append(Teammate(person_id=self.owner_id))
        self.owner_id = person.id
        self.be_found()
        record(InitiativeHandedOver(actor=by, initiative=self, person=person))

    def withdraw(self, *, by: Person) -> None:
        if self.standing is Standing.SHOWN:
            self.standing, self.withdrawn_by = Standing.WITHDRAWN, by.id
            self.be_found()
            record(InitiativeWithdrawn(actor=by, initiative=self))

    def restore(self, *, by: Person) -> None:
        if self.standing is Standing.WITHDRAWN:
            self.standing, self.withdrawn_by = Standing.SHOWN, None
            self.be_found()
            record(InitiativeRestored(actor=by, initiative=self))

    def hide(self, *, by: Person) -> None:
        """Whoever works on it still reads it, and whoever keeps order. Its case is the fact."""
        if self.standing is not Standing.HIDDEN:
            self.standing = Standing.HIDDEN
            self.be_found()

    def unhide(self) -> None:
        """As it was before: what had been withdrawn stays so."""
        if self.standing is Standing.HIDDEN:
            self.standing = Standing.WITHDRAWN if self.withdrawn_by else Standing.SHOWN
            self.be_found()

    def has_ended(self, today: date) -> bool:
        return self.ends_on is not None and self.ends_on <= today

    @property
    def is_shown(self) -> bool:
        return self.standing is Standing.SHOWN

    @property
    def is_withdrawn(self) -> bool:
        return self.standing is Standing.WITHDRAWN

    @property
    def is_hidden(self) -> bool:
        return self.standing is Standing.HIDDEN

    @property
    def counts(self) -> bool:
        """Whether the figures of the programme know of it."""
        return self.is_shown and self.review is not Review.RETURNED

    @property
    def came_in(self) -> bool:
        return bool(self.digest)

    @property
    def made_by(self) -> list[int]:
        return [self.owner_id, *(one.person_id for one in self.team)]

    def is_worked_on_by(self, person_id: int) -> bool:
        return person_id in self.made_by

    def be_found(self) -> None:
        """By what it says today, or not at all."""
        if not self.is_shown:
            textindex.remove("initiative", self.id)
            return
        textindex.put_many([self.as_found])

    @property
    def as_found(self) -> textindex.Entry:
        return textindex.Entry(
            kind="initiative",
            number=self.id,
            title=self.title,
            text=" ".join([self.text, self.result]),
            language=self.language,
            authors=self.made_by,
            at=self.created_at,
        )
