"""An idea on the agenda of a sitting, and what came of it there."""

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.db import Entity
from app.ideas.models import Idea, Step, StepKind
from app.people.models import Person

if TYPE_CHECKING:
    from app.committee.models.sitting import Sitting


class Source(StrEnum):
    """Why it is on the agenda; they come in this order."""

    PARKED = "parked"  # the last sitting left it for this one
    LATE = "late"
    NEW = "new"
    CHOSEN = "chosen"  # by somebody, by hand


class Status(StrEnum):
    WAITING = "waiting"
    PARKED = "parked"  # for another sitting
    ASKED = "asked"  # its author has to say something first
    DECIDED = "decided"


class Item(Entity):
    """Owner and day stand here too: minutes say what was agreed then, whatever came later."""

    __tablename__ = "sitting_items"
    __table_args__ = (
        Index("uq_sitting_items_idea", "sitting_id", "idea_id", unique=True),
        Index("ix_sitting_items_place", "sitting_id", "place"),
        Index("ix_sitting_items_ideas", "idea_id"),
        Index("ix_sitting_items_step", "step_id"),
    )

    sitting_id: Mapped[int] = mapped_column(ForeignKey("sittings.id", ondelete="CASCADE"))
    idea_id: Mapped[int] = mapped_column(ForeignKey("ideas.id", ondelete="CASCADE"))
    source: Mapped[Source] = mapped_column(default=Source.CHOSEN)
    place: Mapped[int]  # the lowest is next
    seen_at: Mapped[datetime | None]  # when it first came to the table
    seconds: Mapped[int] = mapped_column(default=0)  # for how long it was there
    parked_at: Mapped[datetime | None]
    # What was decided or asked; taken back anywhere, it is nothing again.
    step_id: Mapped[int | None] = mapped_column(ForeignKey("idea_steps.id", ondelete="SET NULL"))
    settled_at: Mapped[datetime | None]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    until: Mapped[date | None]
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON)  # owner and day, to go back to
    is_confirmed: Mapped[bool] = mapped_column(default=False)  # the step was not taken here

    sitting: Mapped["Sitting"] = relationship(back_populates="items")
    idea: Mapped[Idea] = relationship()
    step: Mapped[Step | None] = relationship()
    by: Mapped[Person | None] = relationship(foreign_keys=[by_id])
    owner: Mapped[Person | None] = relationship(foreign_keys=[owner_id])

    @property
    def status(self) -> Status:
        return status_of(self.step.kind if self.step else None, self.parked_at)

    @property
    def waits(self) -> bool:
        """Nobody has said anything of it yet, and it can be decided."""
        return self.status is Status.WAITING and self.idea.is_open


def status_of(kind: StepKind | None, parked_at: datetime | None) -> Status:
    """By the step that was taken, if one stands."""
    if kind is StepKind.ASKED:
        return Status.ASKED
    if kind is not None:
        return Status.DECIDED
    return Status.PARKED if parked_at else Status.WAITING
