"""What was done to several ideas at once: to which, what could not be done, and why not."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core import clock
from app.core.db import Base, Entity
from app.ideas.models.step import UNDONE_WITHIN


class Doing(StrEnum):
    OWNER = "owner"
    TAG = "tag"
    AREA = "area"
    DECLINE = "decline"


class Left(StrEnum):
    """Why an idea was left as it is."""

    CHANGED = "changed"  # by somebody, since it was on screen
    GONE = "gone"  # withdrawn, hidden or merged since
    ALREADY = "already"  # so it was before
    ENDED = "ended"  # nobody works on it any more
    FULL = "full"  # it carries as many tags as a thing may
    MOVED_ON = "moved-on"  # somebody did more with it, so it was not undone


class Batch(Entity):
    """Whoever decides takes the whole of it back, within the time of any decision."""

    __tablename__ = "idea_batches"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    doing: Mapped[Doing]
    number: Mapped[int | None]  # of the person, the tag or the area it gave, or of the reason
    undone_at: Mapped[datetime | None]

    ideas: Mapped[list["BatchIdea"]] = relationship(
        order_by="BatchIdea.idea_id", cascade="all, delete-orphan"
    )

    @property
    def is_fresh(self) -> bool:
        return self.undone_at is None and clock.now() - self.created_at <= UNDONE_WITHIN


class BatchIdea(Base):
    """One idea of it: done where nothing says why it was left."""

    __tablename__ = "idea_batch_ideas"

    batch_id: Mapped[int] = mapped_column(
        ForeignKey("idea_batches.id", ondelete="CASCADE"), primary_key=True
    )
    idea_id: Mapped[int] = mapped_column(
        ForeignKey("ideas.id", ondelete="CASCADE"), primary_key=True
    )
    left: Mapped[Left | None]
    step_id: Mapped[int | None]  # the step it took, which may be undone and gone
    before: Mapped[int | None]  # the number that stood there
    kept: Mapped[Left | None]  # why it was not undone with the rest
    is_undone: Mapped[bool] = mapped_column(default=False)
