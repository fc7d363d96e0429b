"""What an idea keeps of the table it came from."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from app.core.calendar import day_of
from app.core.db import db
from app.ideas.models.step import Step, StepKind
from app.ideas.models.verdict import Decision, Verdict
from app.people.models import Person

LONGEST_CREDIT = 200  # characters


class Arrived:
    """Of one that was proposed here all of it is empty."""

    if TYPE_CHECKING:
        stand: Any
        wind: Any
        reckon: Any
        rested: Mapped[int]
        _before_it_came_in: Any
        created_at: Mapped[datetime]
        since: Mapped[datetime]
        first_decided_at: Mapped[datetime | None]
        late_told_on: Mapped[date | None]
        escalated_on: Mapped[date | None]
        steps: Mapped[list[Step]]

    came_in_on: Mapped[date | None]  # nothing was promised before
    digest: Mapped[str] = mapped_column(String(64), default="")  # of the row
    supported_before: Mapped[int] = mapped_column(default=0)  # a number, nobody by name
    # Whose it is as the row says it, or nobody; then its author has only brought it in. Nothing,
    # where it is the author's own.
    credited_to: Mapped[str | None] = mapped_column(String(LONGEST_CREDIT))

    @property
    def is_its_authors(self) -> bool:
        return self.credited_to is None

    def come_in(
        self, decision: Decision, *, proposed: datetime, since: datetime, at: datetime, by: Person
    ) -> None:
        """A row says it, and what was decided of it; its import is the fact, and lets all of its
        rows be found. Its clock begins today, and of what it came with nobody is told that it
        waits: thousands may have come at once. One that is new has changed its state never.
        """
        since = proposed if decision.verdict is Verdict.NEW else since
        self.created_at, self.came_in_on = proposed, day_of(at)
        if decision.verdict is not Verdict.NEW:
            step = Step(by_id=by.id, kind=StepKind.DECIDED, created_at=since)
            step.stand(decision)
            self.steps.append(step)
            self.first_decided_at = since  # whether that was in time nobody here knows
        self.stand(decision)
        self.wind()
        if self.since != since:
            self.since = since
            self.rested = self._before_it_came_in()
            self.reckon()
        self.late_told_on = self.escalated_on = self.came_in_on

    def take_back(self) -> None:
        """As if it had never come in; its import is the fact, undoes it, and lets nobody find it
        any more.
        """
        db.session.delete(self)
