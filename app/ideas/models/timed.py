"""The clock of an idea: it runs against whoever is to move it, a verdict at a time.

All of it follows from when the verdict began, from what the house promises for that verdict, and
from the days that were nobody's of the house: it rests while its author is asked for something,
and while it is withdrawn, hidden or merged; and none of the days before it came in from a table
counts. So a promise that changes is reckoned anew.
"""

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.calendar import day_of, today
from app.ideas.calendar import Promise, promised
from app.ideas.models.step import Step, StepKind
from app.ideas.models.verdict import DECIDED, Verdict


class Timed:
    """In working days of the house."""

    if TYPE_CHECKING:
        verdict: Mapped[Verdict]
        since: Mapped[datetime]
        asked_at: Mapped[datetime | None]
        created_at: Mapped[datetime]
        steps: Mapped[list[Step]]
        came_in_on: Mapped[date | None]

    due_on: Mapped[date | None]  # nothing while it rests, or has ended
    days_left: Mapped[int | None]  # while it waits for its author
    rested: Mapped[int] = mapped_column(default=0)  # days since then that did not count
    away_on: Mapped[date | None]  # when it was withdrawn, hidden or merged
    late_told_on: Mapped[date | None]
    escalated_on: Mapped[date | None]
    first_decided_at: Mapped[datetime | None]
    first_days: Mapped[int | None]  # until then
    first_in_time: Mapped[bool | None]  # nothing where nothing was promised

    def wind(self) -> None:
        """Its verdict has just begun, or stands again because the next one was undone."""
        self.since, steps = self._began()
        waits = self.asked_at is not None  # what is asked still is added once it is answered
        self.rested = asked_for(promised(), steps, waits=waits) + self._before_it_came_in()
        self.late_told_on = told_on(StepKind.LATE, steps)
        self.escalated_on = told_on(StepKind.ESCALATED, steps)
        self.reckon()

    def reckon(self) -> None:
        if self.away_on:
            self.due_on = self.days_left = None
        else:
            self.due_on, self.days_left = reckoned(
                promised(), self.verdict, self.since, self.rested, self.asked_at
            )

    def go_on(self) -> None:
        """What its author was asked for is there."""
        if self.asked_at:
            self.rested += promised().between(day_of(self.asked_at), today())
        self.asked_at = None
        self.reckon()

    def leave(self) -> None:
        """It is nobody's to answer: it was withdrawn, hidden or merged."""
        self.away_on = self.away_on or today()
        self.reckon()

    def come_back(self) -> None:
        """With as many days as it had left."""
        if self.away_on and not self.asked_at:  # who is asked is waited for anyway
            self.rested += promised().between(self.away_on, today())
        self.away_on = None
        self.reckon()

    def note_first_answer(self) -> None:
        """Whether it came in time, asked before the decision stands: its clock still runs."""
        answers = (step for step in self.steps if step.kind is StepKind.DECIDED)
        if not any(step.verdict in DECIDED for step in answers):
            self.first_decided_at = self.first_days = self.first_in_time = None
        elif self.first_decided_at is None:
            self.first_decided_at = clock.now()
            self.first_days = waited(promised(), self.created_at, self.rested, self.asked_at)
            if self.due_on or self.days_left is not None:
                self.first_in_time = not self.is_late and (self.days_left or 0) >= 0

    @property
    def is_late(self) -> bool:
        return self.due_on is not None and self.due_on < today()

    @property
    def days_late(self) -> int:
        return promised().between(self.due_on, today()) if self.due_on else 0

    def _before_it_came_in(self) -> int:
        """Working days since its verdict began in which it was nowhere here."""
        if self.came_in_on is None:
            return 0
        return max(promised().between(day_of(self.since), self.came_in_on), 0)

    def _began(self) -> tuple[datetime, list[Step]]:
        """When the verdict that stands was given, and what happened since."""
        began, stood, since = self.created_at or clock.now(), Verdict.NEW, list(self.steps)
        for number, step in enumerate(self.steps, start=1):
            is_given = step.kind is StepKind.DECIDED and step.verdict is not stood
            if is_given or step.kind is StepKind.REOPENED:
                began, since = step.created_at or clock.now(), self.steps[number:]
                stood = step.verdict if is_given else Verdict.NEW
        return began, since


def still_asked(steps: list[Step]) -> list[Step]:
    """The questions that nobody has answered, and that no decision has made idle."""
    asked: list[Step] = []
    for step in steps:
        if step.kind is StepKind.ASKED:
            asked.append(step)
        elif step.kind in {StepKind.COMPLETED, StepKind.DECIDED, StepKind.REOPENED}:
            asked = []
    return asked


def asked_for(promise: Promise, steps: list[Step], *, waits: bool = False) -> int:
    """For how many working days its author was asked for something; the last of it is not over
    where it `waits` for them still.
    """
    days, asked = 0, None
    for step in steps:
        if step.kind is StepKind.ASKED:
            asked = asked or step.created_at
        elif step.kind is StepKind.COMPLETED and asked:
            days += promise.between(day_of(asked), day_of(step.created_at))
            asked = None
    if asked and not waits:
        days += promise.between(day_of(asked), today())
    return days


def told_on(kind: StepKind, steps: list[Step]) -> date | None:
    told = [step.created_at for step in steps if step.kind is kind]
    return day_of(told[-1]) if told else None


def reckoned(
    promise: Promise, verdict: Verdict, since: datetime, rested: int, asked_at: datetime | None
) -> tuple[date | None, int | None]:
    """The day it is promised for, or how many days are left while it waits for its author."""
    limit = promise.limit(verdict)
    if not limit:
        return None, None
    due = promise.after(day_of(since), limit + rested)
    return (None, promise.between(day_of(asked_at), due)) if asked_at else (due, None)


def waited(promise: Promise, since: datetime, rested: int, asked_at: datetime | None) -> int:
    """For how many working days it has waited for the house."""
    return promise.between(day_of(since), day_of(asked_at) if asked_at else today()) - rested
