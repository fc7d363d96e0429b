"""A role that takes two: one proposes somebody, another agrees."""

from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core import clock
from app.core.db import Entity, db
from app.facts import record
from app.facts.people import ProposalDeclined, ProposalTakenBack, RoleProposed
from app.people.models.person import Person
from app.people.models.reader import Role

STANDS = timedelta(days=14)  # what nobody agreed to by then was not wanted


class Outcome(StrEnum):
    AGREED = "agreed"
    DECLINED = "declined"
    TAKEN_BACK = "taken-back"


class Proposal(Entity):
    """It waits until it is settled or too old: no clock has to touch the row."""

    __tablename__ = "proposals"
    __table_args__ = (Index("ix_proposals_waiting", "settled_at", "created_at"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    role: Mapped[Role]
    proposed_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    outcome: Mapped[Outcome | None] = mapped_column()
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    settled_at: Mapped[datetime | None] = mapped_column()

    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    proposer: Mapped[Person] = relationship(foreign_keys=[proposed_by])

    @classmethod
    def make(cls, person: Person, role: Role, *, by: Person) -> "Proposal":
        proposal = cls(person=person, role=role, proposer=by)
        db.session.add(proposal)
        record(RoleProposed(actor=by, person=person, role=role))
        return proposal

    @property
    def waits(self) -> bool:
        """Whether it can still be agreed to.

        It falls with who made it, should they no longer be of the administration, and with who
        it is about.
        """
        return (
            self.outcome is None
            and clock.now() < self.ends_at
            and self.person.is_active
            and self.role not in self.person.roles
            and self.proposer.is_active
            and self.proposer.is_admin
        )

    @property
    def ends_at(self) -> datetime:
        return self.created_at + STANDS

    def agree(self, *, by: Person) -> None:
        self._settle(Outcome.AGREED, by)
        self.person.grant(self.role, by=by, proposed_by=self.proposer)

    def decline(self, *, by: Person) -> None:
        self._settle(Outcome.DECLINED, by)
        record(ProposalDeclined(actor=by, person=self.person, role=self.role))

    def take_back(self, *, by: Person) -> None:
        self._settle(Outcome.TAKEN_BACK, by)
        record(ProposalTakenBack(actor=by, person=self.person, role=self.role))

    def _settle(self, outcome: Outcome, by: Person) -> None:
        self.outcome, self.settled_by, self.settled_at = outcome, by.id, clock.now()
