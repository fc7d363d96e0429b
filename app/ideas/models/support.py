"""Who stands behind an idea."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.db import Base


class Support(Base):
    """One per person and idea. It stays with the idea it was given; beside it stands the idea that
    speaks for that one today, so that whoever supported two that were merged counts once, and
    taking the merging back finds everything as it was.
    """

    __tablename__ = "idea_supports"
    __table_args__ = (
        Index("ix_idea_supports_idea", "idea_id", "person_id"),
        Index("ix_idea_supports_person", "person_id", "idea_id"),
    )

    given_id: Mapped[int] = mapped_column(
        ForeignKey("ideas.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    idea_id: Mapped[int] = mapped_column(ForeignKey("ideas.id", ondelete="CASCADE"))
    is_sponsor: Mapped[bool] = mapped_column(default=False)  # an ambassador, told of every step
    at: Mapped[datetime] = mapped_column(default=clock.now)
