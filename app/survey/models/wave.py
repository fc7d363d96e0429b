"""A wave of the survey, from its draft to what is published of it."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core import clock
from app.core.calendar import today
from app.core.db import Entity, db
from app.core.markdown import Rendered
from app.facts import record
from app.facts.survey import (
    WaveClosed,
    WaveErased,
    WaveOpened,
    WavePublished,
    WaveReminded,
    WaveStopped,
)
from app.survey.coarsening import SHARED_BY
from app.survey.models.item import Item, spoken_in_all
from app.survey.suppression import LEAST

if TYPE_CHECKING:
    from app.people.models import Person

LONGEST_NAME = 80  # characters
LONGEST_SUMMARY = 4000
LEAST_INVITED = SHARED_BY  # people: fewer are no group that an answer may be written under
DETAIL, DISTRIBUTION = 10, 30  # answers from which more is said of a group than one score
MOST_REMINDERS = 3
KEPT_FOR = 24  # months, unless a wave says otherwise
BETWEEN_REMINDERS = timedelta(days=2)
BANDS = 4  # of the index, from its lowest
BAND_PARTS = ("name", "says")  # in four languages each
LONGEST_ASKER, LONGEST_CONTACT, LONGEST_HOW = 120, 200, 400  # characters
LONGEST_BAND, LONGEST_BAND_TEXT = 40, 200


def _among(condition: str) -> dict[str, Any]:
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


class WaveState(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    COUNTING = "counting"  # closed to answers, and not counted yet
    CLOSED = "closed"
    PUBLISHED = "published"


class Lacking(ValueError):
    """What a wave lacks to open: the name of the field."""


class NotNow(ValueError):
    """What cannot be done with a wave in this state."""


class AnotherIsOpen(NotNow):
    """The house asks one question after the other."""


class Wave(Entity):
    __tablename__ = "survey_waves"
    __table_args__ = (
        CheckConstraint(f"least >= {LEAST}", name="no_group_is_smaller"),
        CheckConstraint("detail >= 10 AND distribution >= 30", name="detail_takes_more"),
        CheckConstraint("detail >= least AND distribution >= detail", name="tiers_rise"),
        # One at a time: the house asks one question after the other.
        Index("uq_survey_waves_open", "state", unique=True, **_among("state = 'open'")),
    )

    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    state: Mapped[WaveState] = mapped_column(default=WaveState.DRAFT)
    asker: Mapped[str] = mapped_column(
        String(LONGEST_ASKER), default=""
    )  # who asks, as the notice says it
    contact: Mapped[str] = mapped_column(
        String(LONGEST_CONTACT), default=""
    )  # whom to ask about it
    closes_on: Mapped[date | None] = mapped_column()  # the last day, in the house's zone
    months: Mapped[int] = mapped_column(
        default=KEPT_FOR
    )  # for which ballots are kept after closing
    units: Mapped[list[int]] = mapped_column(JSON, default=list)  # invited; none: the whole house
    roles: Mapped[list[str]] = mapped_column(JSON, default=list)  # invited; none: everybody
    least: Mapped[int] = mapped_column(default=LEAST)
    detail: Mapped[int] = mapped_column(default=DETAIL)
    distribution: Mapped[int] = mapped_column(default=DISTRIBUTION)
    # From the lowest: [{"from": 0, "name": {language: …}, "says": {language: …}}, …]
    bands: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    informed_on: Mapped[date | None] = mapped_column()  # employee representatives
    informed_how: Mapped[str] = mapped_column(String(LONGEST_HOW), default="")
    assessment: Mapped[str] = mapped_column(String(200), default="")  # of the impact: a reference
    key_name: Mapped[str] = mapped_column(String(32), default="")  # a file's, not the key
    opened_at: Mapped[datetime | None] = mapped_column()
    closed_at: Mapped[datetime | None] = mapped_column()
    published_at: Mapped[datetime | None] = mapped_column()
    reminded_at: Mapped[datetime | None] = mapped_column()
    reminders: Mapped[int] = mapped_column(default=0)
    invited: Mapped[int | None] = mapped_column()  # people, from opening on
    answered: Mapped[int | None] = mapped_column()  # people, from closing on
    erased_at: Mapped[datetime | None] = mapped_column()  # its ballots and remarks
    unread: Mapped[int] = mapped_column(default=0)  # answers that no key could open
    previous_id: Mapped[int | None] = mapped_column(ForeignKey("survey_waves.id"))
    summary: Mapped[str] = mapped_column(Text, default="")  # what is published with the figures
    html: Mapped[str] = mapped_column(Text, default="")
    html_version: Mapped[int] = mapped_column(default=0)
    version: Mapped[int] = mapped_column()

    items: Mapped[list[Item]] = relationship(
        primaryjoin=lambda: (Wave.id == Item.wave_id) & Item.removed_at.is_(None),
        order_by=Item.position,
        cascade="all, delete-orphan",
        lazy="selectin",
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def is_draft(self) -> bool:
        return self.state is WaveState.DRAFT

    @property
    def is_open(self) -> bool:
        return self.state is WaveState.OPEN

    @property
    def takes_answers(self) -> bool:
        """Until its last day is over in the house, even where nobody has stopped it by then."""
        return self.is_open and (self.closes_on is None or today() <= self.closes_on)

    @property
    def is_counted(self) -> bool:
        """Whether there are figures, published or not."""
        return self.state in (WaveState.CLOSED, WaveState.PUBLISHED)

    @property
    def is_published(self) -> bool:
        return self.state is WaveState.PUBLISHED

    @property
    def may_remind(self) -> bool:
        """At most so often, and never twice in two days."""
        if not self.is_open or self.reminders >= MOST_REMINDERS:
            return False
        return self.reminded_at is None or clock.now() >= self.reminded_at + BETWEEN_REMINDERS

    @property
    def lacks(self) -> list[str]:
        """The fields without which it may not open."""
        given = {
            "asker": self.asker,
            "contact": self.contact,
            "closes_on": self.closes_on,
            "informed_on": self.informed_on,
            "informed_how": self.informed_how,
            "assessment": self.assessment,
            "items": any(item.is_habit for item in self.items),
            "translations": all(item.is_translated for item in self.items),
            "bands": all(spoken_in_all(band[part]) for band in self.bands for part in BAND_PARTS),
        }
        return [name for name, value in given.items() if not value]

    def change(self, **said: Any) -> None:
        """What it asks whom, under which thresholds, and what makes it lawful, by its columns.

        Raises NotNow once it has opened.
        """
        if not self.is_draft:
            raise NotNow(self.state)
        for name, value in said.items():
            setattr(self, name, value)

    def open(self, *, invited: int, key_name: str, by: "Person") -> None:
        """From now on nothing of what it asks, whom and under which thresholds changes. Whoever
        opens it has invited them, see `opening.open`.

        Raises NotNow, or Lacking with the name of what is still to be said.
        """
        if not self.is_draft:
            raise NotNow(self.state)
        if self.lacks:
            raise Lacking(self.lacks[0])
        if invited < LEAST_INVITED:
            raise Lacking("invited")
        self.state = WaveState.OPEN
        self.opened_at = clock.now()
        self.invited, self.key_name = invited, key_name
        record(
            WaveOpened(
                actor=by,
                wave=self,
                invited=invited,
                informed_on=str(self.informed_on),
                informed_how=self.informed_how,
                assessment=self.assessment,
            )
        )

    def remind(self, *, by: "Person") -> None:
        """Everybody who was invited, with the same words: whom to leave out nobody knows."""
        if not self.may_remind:
            raise NotNow(self.state)
        self.reminders += 1
        self.reminded_at = clock.now()
        record(WaveReminded(actor=by, wave=self))

    def stop(self, *, by: "Person | None") -> None:
        """No more answers; the worker counts those that are there."""
        if not self.is_open:
            raise NotNow(self.state)
        self.state = WaveState.COUNTING
        record(WaveStopped(actor=by, wave=self))

    def close(self, *, answered: int, unread: int, people: Iterable[int] = ()) -> None:
        """It is counted, once and for all; `people` are the numbers of those who wait for it."""
        if self.state is not WaveState.COUNTING:
            raise NotNow(self.state)
        self.state = WaveState.CLOSED
        self.closed_at = clock.now()
        self.answered, self.unread = answered, unread
        record(
            WaveClosed(
                actor=None,
                wave=self,
                n=answered,
                invited=self.invited or 0,
                people=tuple(people),
            )
        )

    def publish(self, summary: str, rendered: Rendered, *, by: "Person") -> None:
        """Everybody sees the whole and their own unit, with these words. Again: other words."""
        if not self.is_counted:
            raise NotNow(self.state)
        self.summary = summary
        self.html, self.html_version = rendered.html, rendered.version
        if self.is_published:
            return
        self.state = WaveState.PUBLISHED
        self.published_at = clock.now()
        record(WavePublished(actor=by, wave=self))

    def erase(self) -> None:
        """Its answers and remarks are gone, and who was invited; its figures stay."""
        if not self.is_counted:
            raise NotNow(self.state)
        if self.erased_at is None:
            self.erased_at = clock.now()
            record(WaveErased(actor=None, wave=self))

    def discard(self) -> None:
        """A draft nobody wants any more."""
        if not self.is_draft:
            raise NotNow(self.state)
        db.session.delete(self)
