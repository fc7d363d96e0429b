"""Somebody asks the nearest ambassador for help: who is asked now, and who was asked before."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.catalogue.models import Tag, Term
from app.core import clock
from app.core.db import Base, Entity
from app.facts import record
from app.facts.ambassadors import (
    HelpAnswered,
    HelpAnswerTakenBack,
    HelpGivenBack,
    HelpPassedOn,
    HelpReopened,
    HelpSolved,
    HelpTaken,
    HelpTakenBack,
)
from app.people.models import Person, Unit

LEAST_NEED, LONGEST_NEED = 10, 600  # characters
LONGEST_ANSWER = 2000
LONGEST_TITLE = 80


class HelpState(StrEnum):
    ASKED = "asked"
    TAKEN = "taken"  # somebody takes care of it
    ANSWERED = "answered"
    SOLVED = "solved"  # says whoever asked
    TAKEN_BACK = "taken-back"


WAITING = (HelpState.ASKED, HelpState.TAKEN)  # for an answer


class HelpRequest(Entity):
    """Between whoever asks, whoever is asked, and governance. Without anybody asked it is
    governance's.
    """

    __tablename__ = "ambassador_help"
    __table_args__ = (
        CheckConstraint("need <> ''", name="a_need_is_said"),
        CheckConstraint("state <> 'answered' OR answer <> ''", name="an_answer_says_something"),
        Index("ix_ambassador_help_asker", "asker_id", "id"),
        Index("ix_ambassador_help_asked", "asked_id", "state", "id"),
        Index("ix_ambassador_help_due", "state", "due_on"),
    )

    asker_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    need: Mapped[str] = mapped_column(String(LONGEST_NEED))
    title: Mapped[str] = mapped_column(String(LONGEST_TITLE))  # how it begins
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    tag_id: Mapped[int | None] = mapped_column(ForeignKey("tags.id"))
    term_id: Mapped[int | None] = mapped_column(ForeignKey("terms.id"))
    state: Mapped[HelpState] = mapped_column(default=HelpState.ASKED)
    asked_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    due_on: Mapped[date | None]  # the last day before it is passed on by itself
    answer: Mapped[str] = mapped_column(String(LONGEST_ANSWER), default="")
    answered_at: Mapped[datetime | None]

    asker: Mapped[Person] = relationship(foreign_keys=asker_id)
    asked: Mapped[Person | None] = relationship(foreign_keys=asked_id)
    unit: Mapped[Unit | None] = relationship()
    tag: Mapped[Tag | None] = relationship()
    term: Mapped[Term | None] = relationship()
    turns: Mapped[list["Turn"]] = relationship(
        cascade="all, delete-orphan", order_by="Turn.asked_at"
    )

    @property
    def waits(self) -> bool:
        return self.state in WAITING

    @property
    def is_for_governance(self) -> bool:
        return self.asked_id is None

    @property
    def had_a_turn(self) -> frozenset[int]:
        """Everybody it was put to."""
        return frozenset(turn.person_id for turn in self.turns)

    def be_put_to(self, person_id: int | None, due_on: date | None) -> None:
        """Nothing is recorded: whoever calls it says why."""
        self.state, self.asked_id, self.due_on = HelpState.ASKED, person_id, due_on
        if person_id is not None and person_id not in self.had_a_turn:
            self.turns.append(Turn(person_id=person_id))

    def take(self, *, due_on: date, by: Person) -> None:
        """From governance's, by one of them; or by whoever was asked."""
        if self.state is not HelpState.ASKED:
            return

        self.be_put_to(by.id, due_on)
        self.state = HelpState.TAKEN
        record(HelpTaken(actor=by, request=self))

    def give_back(self, *, by: Person) -> None:
        """They do not take care of it, and are asked as before."""
        if self.state is not HelpState.TAKEN:
            return

        self.state = HelpState.ASKED
        record(HelpGivenBack(actor=by, request=self))

    def reply(self, answer: str, *, by: Person) -> None:
        if not self.waits:
            return

        self.be_put_to(by.id, None)
        self.state = HelpState.ANSWERED
        self.answer, self.answered_at = answer, clock.now()
        record(HelpAnswered(actor=by, request=self))

    def take_back_answer(self, *, due_on: date, by: Person) -> None:
        """They take care of it still."""
        if self.state is not HelpState.ANSWERED:
            return

        self.state, self.due_on = HelpState.TAKEN, due_on
        self.answer, self.answered_at = "", None
        record(HelpAnswerTakenBack(actor=by, request=self))

    def go_on_to(
        self,
        person_id: int | None,
        due_on: date | None,
        *,
        told: tuple[int, ...],
        by: Person | None,
    ) -> None:
        """To the next, or to governance where nobody is left; `told` are those who hear of it."""
        if not self.waits:
            return

        before = self.asked_id or 0
        for turn in self.turns:
            if turn.person_id == before:
                turn.passed_at = clock.now()
        self.be_put_to(person_id, due_on)
        record(HelpPassedOn(actor=by, request=self, people=told, before=before))

    def be_solved(self, *, by: Person) -> None:
        if self.state in (HelpState.SOLVED, HelpState.TAKEN_BACK):
            return

        self.state, self.due_on = HelpState.SOLVED, None
        record(HelpSolved(actor=by, request=self))

    def reopen(
        self, person_id: int | None, due_on: date | None, *, told: tuple[int, ...], by: Person
    ) -> None:
        """Answered, as it was, or waiting: for whoever was asked, or for the next."""
        if self.state is not HelpState.SOLVED:
            return

        if self.answer:
            self.state = HelpState.ANSWERED
        else:
            self.be_put_to(person_id, due_on)
        record(HelpReopened(actor=by, request=self, people=told))

    def take_back(self, *, by: Person) -> None:
        """Nobody but whoever asked, and governance, sees it any more."""
        if not self.waits:
            return

        self.state, self.due_on = HelpState.TAKEN_BACK, None
        record(HelpTakenBack(actor=by, request=self))


class Turn(Base):
    """That it was put to somebody, and whether they passed it on. Each has one turn."""

    __tablename__ = "ambassador_help_turns"

    help_id: Mapped[int] = mapped_column(
        ForeignKey("ambassador_help.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, index=True)
    asked_at: Mapped[datetime] = mapped_column(default=clock.now)
    passed_at: Mapped[datetime | None]
