"""A browser somebody has signed in with before: one they have not is worth a letter."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.db import Entity


class Browser(Entity):
    __tablename__ = "browsers"
    __table_args__ = (UniqueConstraint("person_id", "digest"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    digest: Mapped[str] = mapped_column(String(64))  # of its cookie and this person together
    agent: Mapped[str] = mapped_column(String(200), default="")
    seen_at: Mapped[datetime] = mapped_column(default=clock.now)
