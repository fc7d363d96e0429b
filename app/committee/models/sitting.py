"""A sitting: when, who leads it, and which idea is on the table."""

from datetime import date, datetime, timedelta

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.committee.models.attendee import Attendee
from app.committee.models.item import Item, Source, Status
from app.core import clock
from app.core.db import Entity, db
from app.facts import record
from app.facts.committee import SittingCalled, SittingCancelled, SittingClosed, SittingOpened
from app.people.models import Person

LONGEST_TITLE = 160  # characters
LONGEST_NOTE = 10_000
MOST_ITEMS = 200  # ideas on one agenda
MOST_QUORUM, MOST_MINUTES = 50, 60
# A laptop was closed, a coffee was had: nobody talked of one idea for longer.
LONGEST_STAY = timedelta(minutes=30)


class Sitting(Entity):
    """Everything about it is in here and in its items, so that it outlives every browser: whoever
    comes back, or takes the chair, finds it where it was.
    """

    __tablename__ = "sittings"
    __table_args__ = (
        CheckConstraint("title <> ''", name="a_sitting_has_a_title"),
        CheckConstraint(
            "closed_at IS NULL OR opened_at IS NOT NULL", name="what_is_closed_was_open"
        ),
        Index("ix_sittings_held", "held_on", "id"),
        Index("ix_sittings_open", "closed_at", "opened_at"),
    )

    title: Mapped[str] = mapped_column(String(LONGEST_TITLE))
    held_on: Mapped[date]
    quorum: Mapped[int] = mapped_column(default=3)  # how many have to be there
    limit: Mapped[int | None]  # minutes for each idea
    note: Mapped[str] = mapped_column(Text, default="")  # what was said besides
    called_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    chair_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    opened_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    idea_id: Mapped[int | None] = mapped_column(ForeignKey("ideas.id", ondelete="SET NULL"))
    idea_since: Mapped[datetime | None]
    path: Mapped[list[int]] = mapped_column(JSON, default=list)  # the items that were there before
    moves: Mapped[int] = mapped_column(default=0)  # how often anything of it changed
    moved_at: Mapped[datetime] = mapped_column(default=clock.now)
    version: Mapped[int] = mapped_column()

    chair: Mapped[Person | None] = relationship(foreign_keys=[chair_id])
    attendees: Mapped[list[Attendee]] = relationship(
        order_by=Attendee.came_at, cascade="all, delete-orphan"
    )
    items: Mapped[list[Item]] = relationship(
        back_populates="sitting", order_by=(Item.place, Item.id), cascade="all, delete-orphan"
    )

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def call(
        cls, title: str, held_on: date, *, quorum: int, limit: int | None, by: Person
    ) -> "Sitting":
        sitting = cls(called_by=by.id, path=[])
        sitting.say(title, held_on, quorum=quorum, limit=limit)
        db.session.add(sitting)
        db.session.flush()
        record(SittingCalled(actor=by, sitting=sitting))
        return sitting

    def say(self, title: str, held_on: date, *, quorum: int, limit: int | None) -> None:
        self.title, self.held_on, self.quorum, self.limit = title, held_on, quorum, limit

    def cancel(self, *, by: Person) -> None:
        """Before it was opened nothing has happened: it is as if it had never been called."""
        if self.opened_at is None:
            record(SittingCancelled(actor=by, sitting=self))
            db.session.flush()
            db.session.delete(self)

    def open(self, *, by: Person) -> bool:
        """Whoever opens it is there, and has the chair; whether as many are as it takes."""
        self.welcome(by)
        if self.opened_at is None and len(self.attendees) >= self.quorum:
            self.opened_at, self.chair_id = clock.now(), by.id
            record(SittingOpened(actor=by, sitting=self))
            self.go_on()
        return self.opened_at is not None

    def take_chair(self, *, by: Person) -> None:
        """Whoever had it closed their laptop, or has to go."""
        self.welcome(by)
        self.chair_id = by.id
        self._touch()

    def close(self, note: str, *, by: Person | None) -> None:
        """The minutes stand from now on; none is the clock."""
        if self.closed_at:
            return
        self._leave()
        self._touch()
        self.note, self.closed_at = note, clock.now()
        record(SittingClosed(actor=by, sitting=self))

    def welcome(self, person: Person) -> None:
        if person.id not in [one.person_id for one in self.attendees]:
            self.attendees.append(Attendee(person_id=person.id, came_at=clock.now()))
            self._touch()

    def miss(self, person: Person) -> None:
        """They were not there after all."""
        gone = [one for one in self.attendees if one.person_id == person.id]
        for one in gone:
            self.attendees.remove(one)
            self._touch()

    def put_on(self, ideas: list[int], source: Source) -> int:
        """At the end of the agenda, those that are not on it; how many were put there."""
        here = {one.idea_id for one in self.items}
        new = [number for number in dict.fromkeys(ideas) if number not in here]
        new = new[: MOST_ITEMS - len(self.items)]
        last = self._last
        for nth, number in enumerate(new, start=1):
            self.items.append(Item(idea_id=number, source=source, place=last + nth))
        if new:
            self._touch()
        if new and self.is_open and self.idea_id is None:
            db.session.flush()
            self.go_on()
        return len(new)

    def take_off(self, item: Item) -> bool:
        """If nothing was said of it; whether it is off."""
        if item.status is not Status.WAITING or item.idea_id == self.idea_id:
            return False
        self.items.remove(item)
        self._touch()
        return True

    def move(self, item: Item, *, up: bool) -> None:
        """One place, among those that wait."""
        waiting = [one for one in self.items if one.waits and one.idea_id != self.idea_id]
        if item not in waiting:
            return
        other = waiting.index(item) + (-1 if up else 1)
        if 0 <= other < len(waiting):
            item.place, waiting[other].place = waiting[other].place, item.place
            self._touch()

    def turn_to(self, item: Item | None, *, is_back: bool = False) -> None:
        """This idea is on the table now; or none, when all were."""
        if (here := self.item) and not is_back and here is not item:
            self.path = [*self.path, here.id][-MOST_ITEMS:]
        self._leave()
        self._touch()
        self.idea_id = item.idea_id if item else None
        self.idea_since = clock.now() if item else None
        if item and item.seen_at is None:
            item.seen_at = clock.now()

    def go_on(self) -> None:
        """To the next that waits; where no other does, this one may have to."""
        here = self.item
        waiting = [one for one in self.items if one.waits]
        others = [one for one in waiting if one is not here] or waiting
        self.turn_to(min(others, key=lambda one: (one.place, one.id), default=None))

    def go_back(self) -> None:
        """To the one that was on the table before."""
        path = [number for number in self.path if self.named(number)]
        if path:
            self.path = path[:-1]
            self.turn_to(self.named(path[-1]), is_back=True)

    @property
    def item(self) -> Item | None:
        """What is on the table."""
        return next((one for one in self.items if one.idea_id == self.idea_id), None)

    def named(self, number: int | None) -> Item | None:
        return next((one for one in self.items if one.id == number), None)

    @property
    def is_open(self) -> bool:
        return self.opened_at is not None and self.closed_at is None

    @property
    def is_planned(self) -> bool:
        return self.opened_at is None

    def skip(self, item: Item) -> None:
        """Later, in this sitting."""
        item.place = self._last + 1
        self.go_on()

    def _leave(self) -> None:
        if (item := self.item) and self.idea_since:
            item.seconds += int(min(clock.now() - self.idea_since, LONGEST_STAY).total_seconds())
        self.idea_since = None

    def _touch(self) -> None:
        """Whoever follows sees that something is new."""
        self.moves, self.moved_at = (self.moves or 0) + 1, clock.now()

    @property
    def _last(self) -> int:
        return max((one.place for one in self.items), default=0)
