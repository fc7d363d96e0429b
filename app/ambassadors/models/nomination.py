"""Somebody is put forward as an ambassador, by themself or by others."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.ambassadors.models.mandate import Mandate
from app.core import clock
from app.core.db import Entity, db
from app.facts import record
from app.facts.ambassadors import (
    Nominated,
    NominationDeclined,
    NominationFulfilled,
    NominationReopened,
    NominationTakenBack,
)
from app.people.models import Person

LONGEST_WHY = 600  # characters

_OPEN = text("outcome = 'open'")


class Outcome(StrEnum):
    OPEN = "open"
    NAMED = "named"
    DECLINED = "declined"
    TAKEN_BACK = "taken-back"


class Nomination(Entity):
    """One that is open for each person."""

    __tablename__ = "ambassador_nominations"
    __table_args__ = (
        CheckConstraint("why <> ''", name="a_nomination_says_why"),
        CheckConstraint("outcome <> 'declined' OR reason <> ''", name="a_no_has_a_reason"),
        Index(
            "uq_ambassador_nominations_open",
            "person_id",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
        Index("ix_ambassador_nominations_person", "person_id"),
        Index("ix_ambassador_nominations_by", "nominated_by"),
        Index("ix_ambassador_nominations_outcome", "outcome", "id"),
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    nominated_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    why: Mapped[str] = mapped_column(String(LONGEST_WHY))
    outcome: Mapped[Outcome] = mapped_column(default=Outcome.OPEN)
    reason: Mapped[str] = mapped_column(String(LONGEST_WHY), default="")  # of a no
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    decided_at: Mapped[datetime | None]
    fulfilled_at: Mapped[datetime | None]  # when it was told that the role came another way
    mandate_id: Mapped[int | None] = mapped_column(ForeignKey("ambassador_mandates.id"))

    person: Mapped[Person] = relationship(foreign_keys=person_id)
    nominator: Mapped[Person] = relationship(foreign_keys=nominated_by)
    decider: Mapped[Person | None] = relationship(foreign_keys=decided_by)
    mandate: Mapped[Mandate | None] = relationship()

    @classmethod
    def make(cls, person: Person, why: str, *, by: Person, told: tuple[int, ...]) -> "Nomination":
        """`told` are those who decide."""
        nomination = cls(person=person, nominator=by, why=why, outcome=Outcome.OPEN)
        db.session.add(nomination)
        people = tuple(dict.fromkeys([*told, person.id]))
        record(Nominated(actor=by, nomination=nomination, people=people))
        return nomination

    @property
    def is_open(self) -> bool:
        return self.outcome is Outcome.OPEN

    @property
    def is_by_themself(self) -> bool:
        return self.person_id == self.nominated_by

    @property
    def people(self) -> tuple[int, ...]:
        """Whose it is: who is put forward, and who did that."""
        return tuple(dict.fromkeys([self.person_id, self.nominated_by]))

    def be_named(self, mandate: Mandate, *, by: Person | None) -> None:
        """Nothing is recorded: the naming is."""
        if not self.is_open:
            return

        self.mandate = mandate
        self._decide(Outcome.NAMED, by)

    def be_fulfilled(self) -> None:
        """The role came another way, and whoever waits for it hears that: once."""
        if self.outcome is not Outcome.NAMED or self.fulfilled_at:
            return

        self.fulfilled_at = clock.now()
        record(NominationFulfilled(actor=self.decider, nomination=self))

    def decline(self, reason: str, *, by: Person) -> None:
        if not self.is_open:
            return

        self.reason = reason
        self._decide(Outcome.DECLINED, by)
        record(NominationDeclined(actor=by, nomination=self))

    def reopen(self, *, by: Person) -> None:
        """It was declined by mistake: it waits again."""
        if self.outcome is not Outcome.DECLINED:
            return

        self.outcome, self.reason = Outcome.OPEN, ""
        self.decided_by = self.decided_at = None
        record(NominationReopened(actor=by, nomination=self))

    def take_back(self, *, by: Person | None) -> None:
        """By one of those whose it is; or by the clock, where whoever is put forward has left."""
        if not self.is_open:
            return

        self.outcome = Outcome.TAKEN_BACK
        record(NominationTakenBack(actor=by, nomination=self))

    def _decide(self, outcome: Outcome, by: Person | None) -> None:
        self.outcome, self.decided_at = outcome, clock.now()
        self.decided_by = by.id if by else None
