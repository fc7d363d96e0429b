"""The history of an idea, a step at a time."""

from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core import clock
from app.core.db import Entity
from app.ideas.models.verdict import Decided
from app.people.models import Person

if TYPE_CHECKING:
    from app.ideas.models.idea import Idea

UNDONE_WITHIN = timedelta(minutes=10)


class StepKind(StrEnum):
    DECIDED = "decided"  # with its decision; every other kind has `words` alone
    ASKED = "asked"  # what is missing
    COMPLETED = "completed"
    REOPENED = "reopened"  # with new evidence
    ROUTED = "routed"  # to an area, with nothing decided yet; `words` is what it was called
    OWNED = "owned"  # by `person`, or nobody
    ANSWERED = "answered"
    GROUPED = "grouped"
    UNGROUPED = "ungrouped"
    MERGED = "merged"  # into `other`
    UNMERGED = "unmerged"
    RECEIVED = "received"  # `other` was merged into it
    GAVE_BACK = "gave-back"
    LATE = "late"
    ESCALATED = "escalated"


class Step(Decided, Entity):
    """Who did what with an idea, when, and in which words."""

    __tablename__ = "idea_steps"
    __table_args__ = (
        Index("ix_idea_steps_idea", "idea_id", "id"),
        Index("ix_idea_steps_other", "other_id"),  # before an idea goes: whether one speaks of it
    )

    idea_id: Mapped[int] = mapped_column(ForeignKey("ideas.id", ondelete="CASCADE"))
    by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))  # none is the clock
    kind: Mapped[StepKind]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    other_id: Mapped[int | None] = mapped_column(ForeignKey("ideas.id"))
    # It was decided in a sitting: author and supporters hear of it when that is over.
    is_untold: Mapped[bool] = mapped_column(default=False)

    idea: Mapped["Idea"] = relationship(back_populates="steps", foreign_keys=[idea_id])
    by: Mapped[Person | None] = relationship(foreign_keys=[by_id])
    person: Mapped[Person | None] = relationship(foreign_keys=[person_id])

    @property
    def is_fresh(self) -> bool:
        """Just now, or nobody heard of it: it can still be as if it had never been."""
        return self.is_untold or clock.now() - self.created_at <= UNDONE_WITHIN
