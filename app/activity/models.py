"""One fact, written down: what it was about is pointed at, never copied."""

from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, Entity

PLACING = "activity.placing"  # the errand that says where a line is heard


class Line(Entity):
    __tablename__ = "lines"
    __table_args__ = (
        Index("ix_lines_subject", "subject_kind", "subject_id", "fact"),
        Index("ix_lines_thread", "thread_kind", "thread_id"),
        Index("ix_lines_space", "space_id", "id"),
    )

    fact: Mapped[str] = mapped_column(String(60))
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    subject_kind: Mapped[str] = mapped_column(String(40))
    subject_id: Mapped[int]
    thread_kind: Mapped[str] = mapped_column(String(40))  # what a comment was written on, say
    thread_id: Mapped[int]
    # In which space that stands today; only to find its lines, whoever may read them.
    space_id: Mapped[int | None]
    details: Mapped[dict[str, Any]] = mapped_column(JSON)


class Place(Base):
    """Where a line is heard: on its thread and whatever that stands in or carries, and by whom it
    was. Whoever follows one of these finds it in their own stream.
    """

    __tablename__ = "line_places"

    kind: Mapped[str] = mapped_column(String(40), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    line_id: Mapped[int] = mapped_column(
        ForeignKey("lines.id", ondelete="CASCADE"), primary_key=True, index=True
    )
