"""Who was there."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core import clock
from app.core.db import Base
from app.people.models import Person


class Attendee(Base):
    """Anybody: whoever is not of the governance team follows, and reads the minutes."""

    __tablename__ = "sitting_attendees"
    __table_args__ = (Index("ix_sitting_attendees_person", "person_id", "sitting_id"),)

    sitting_id: Mapped[int] = mapped_column(
        ForeignKey("sittings.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    came_at: Mapped[datetime] = mapped_column(default=clock.now)

    person: Mapped[Person] = relationship()
