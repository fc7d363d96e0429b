"""A milestone: something one sees from afar, and whether it is behind."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core import clock
from app.core.db import Entity
from app.facts import record
from app.facts.initiatives import MilestoneMissed, MilestoneReached
from app.initiatives.models.initiative import Initiative
from app.people.models import Person

LONGEST_MILESTONE = 120  # characters
MOST_MILESTONES = 20  # of an initiative


class Milestone(Entity):
    __tablename__ = "initiative_milestones"
    __table_args__ = (
        CheckConstraint("title <> ''", name="a_milestone_has_a_title"),
        Index("ix_initiative_milestones_in_order", "initiative_id", "position", "id"),
    )

    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiatives.id", ondelete="CASCADE"))
    title: Mapped[str] = mapped_column(String(LONGEST_MILESTONE))
    due_on: Mapped[date | None]
    reached_at: Mapped[datetime | None]
    position: Mapped[int] = mapped_column(default=0)

    initiative: Mapped[Initiative] = relationship(back_populates="milestones")

    @property
    def is_reached(self) -> bool:
        return self.reached_at is not None

    def reach(self, *, by: Person) -> None:
        if self.is_reached:
            return

        self.reached_at = clock.now()
        record(MilestoneReached(actor=by, initiative=self.initiative, milestone=self))

    def miss(self, *, by: Person) -> None:
        """It was ticked too early."""
        if not self.is_reached:
            return

        record(MilestoneMissed(actor=by, initiative=self.initiative, milestone=self))
        self.reached_at = None
