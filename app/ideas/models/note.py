"""What those who work on an idea write for one another."""

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.db import Entity
from app.people.models import Person


class Note(Entity):
    """For governance and the idea's evaluators, and nobody else."""

    __tablename__ = "idea_notes"
    __table_args__ = (Index("ix_idea_notes_idea", "idea_id", "id"),)

    idea_id: Mapped[int] = mapped_column(ForeignKey("ideas.id", ondelete="CASCADE"))
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    text: Mapped[str] = mapped_column(Text)
    html: Mapped[str] = mapped_column(Text)
    html_version: Mapped[int]

    author: Mapped[Person] = relationship()
