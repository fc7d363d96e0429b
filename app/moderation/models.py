"""A case: one thing that was reported, who did, what was decided, and what its author said."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core import clock
from app.core.db import Base, Entity, db
from app.core.i18n import N_
from app.facts import record
from app.facts.moderation import (
    DecisionTakenBack,
    HidingAppealed,
    HidingUpheld,
    ReportDismissed,
    ThingHidden,
    ThingReported,
    ThingShownAgain,
)
from app.people.models import Person

LONGEST_WORDS = 500  # characters


class Reason(StrEnum):
    CUSTOMER = "customer"
    UNKIND = "unkind"
    CONFIDENTIAL = "confidential"
    WRONG = "wrong"
    OTHER = "other"


REASONS = {
    Reason.CUSTOMER: N_("It tells who a customer is"),
    Reason.UNKIND: N_("It hurts somebody"),
    Reason.CONFIDENTIAL: N_("It should not be known by everybody here"),
    Reason.WRONG: N_("It is not true, or dangerous"),
    Reason.OTHER: N_("Something else"),
}


class CaseState(StrEnum):
    OPEN = "open"
    FINE = "fine"  # nothing wrong
    HIDDEN = "hidden"
    APPEALED = "appealed"  # hidden, and its author asks for another look
    UPHELD = "upheld"  # hidden for good
    RESTORED = "restored"


WAITING = (CaseState.OPEN, CaseState.APPEALED)
UNSEEN = frozenset({CaseState.HIDDEN, CaseState.APPEALED, CaseState.UPHELD})


class Case(Entity):
    __tablename__ = "cases"
    __table_args__ = (
        UniqueConstraint("subject_kind", "subject_id"),
        Index("ix_cases_waiting", "state", "id"),
    )

    subject_kind: Mapped[str] = mapped_column(String(40))
    subject_id: Mapped[int]
    space_id: Mapped[int | None]  # where it stood when it was reported: who runs it decides, too
    state: Mapped[CaseState] = mapped_column(default=CaseState.OPEN)
    because: Mapped[str] = mapped_column(String(LONGEST_WORDS), default="")
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    decided_at: Mapped[datetime | None]
    appeal: Mapped[str] = mapped_column(String(LONGEST_WORDS), default="")
    appealed_at: Mapped[datetime | None]
    answer: Mapped[str] = mapped_column(String(LONGEST_WORDS), default="")
    version: Mapped[int] = mapped_column()

    reports: Mapped[list["Report"]] = relationship(
        cascade="all, delete-orphan", order_by="Report.created_at"
    )
    makers: Mapped[list["Maker"]] = relationship(cascade="all, delete-orphan")

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def open(cls, kind: str, number: int, *, space_id: int | None, makers: Iterable[int]) -> "Case":
        case = cls(subject_kind=kind, subject_id=number, space_id=space_id, state=CaseState.OPEN)
        case.makers = [Maker(person_id=person) for person in sorted(set(makers))]
        db.session.add(case)
        return case

    @property
    def is_unseen(self) -> bool:
        """Nobody reads the thing any more."""
        return self.state in UNSEEN

    @property
    def is_decided(self) -> bool:
        """And may still be taken back."""
        return self.state in (CaseState.FINE, CaseState.HIDDEN)

    def is_about(self, person_id: int) -> bool:
        return any(maker.person_id == person_id for maker in self.makers)

    def is_reported_by(self, person_id: int) -> bool:
        return any(report.person_id == person_id for report in self.reports)

    def be_reported(self, reason: Reason, words: str, *, by: Person) -> None:
        """Once by each. What was found to be fine is looked at again."""
        if self.is_reported_by(by.id):
            return

        self.reports.append(Report(person_id=by.id, reason=reason, words=words))
        if not self.is_unseen:
            self.state = CaseState.OPEN
        record(ThingReported(actor=None, case=self))

    def dismiss(self, because: str, *, by: Person) -> None:
        self._decide(CaseState.FINE, because, by)
        record(ReportDismissed(actor=by, case=self))

    def hide(self, because: str, *, by: Person) -> None:
        """The thing itself is hidden by whoever calls this, in the same moment."""
        self._decide(CaseState.HIDDEN, because, by)
        self.appeal, self.appealed_at, self.answer = "", None, ""
        record(ThingHidden(actor=by, case=self))

    def take_back(self, *, by: Person) -> None:
        self.state = CaseState.OPEN
        record(DecisionTakenBack(actor=by, case=self))

    def ask_again(self, words: str, *, by: Person) -> None:
        """Its author, once."""
        if self.state is not CaseState.HIDDEN:
            return

        self.state, self.appeal, self.appealed_at = CaseState.APPEALED, words, clock.now()
        record(HidingAppealed(actor=by, case=self))

    def uphold(self, words: str, *, by: Person) -> None:
        self.state, self.answer = CaseState.UPHELD, words
        record(HidingUpheld(actor=by, case=self))

    def restore(self, words: str, *, by: Person) -> None:
        self.state, self.answer = CaseState.RESTORED, words
        record(ThingShownAgain(actor=by, case=self))

    def _decide(self, state: CaseState, because: str, by: Person) -> None:
        self.state, self.because = state, because
        self.decided_by, self.decided_at = by.id, clock.now()


class Report(Base):
    """Somebody who thinks that it should not stand here, and why."""

    __tablename__ = "reports"

    case_id: Mapped[int] = mapped_column(
        ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    reason: Mapped[Reason]
    words: Mapped[str] = mapped_column(String(LONGEST_WORDS), default="")
    created_at: Mapped[datetime] = mapped_column(default=clock.now)


class Maker(Base):
    """Whose thing it is: they are told, and may say something, once."""

    __tablename__ = "case_makers"
    __table_args__ = (Index("ix_case_makers_person", "person_id"),)

    case_id: Mapped[int] = mapped_column(
        ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
