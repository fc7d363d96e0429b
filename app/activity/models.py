"""One fact, written down: what it was about is pointed at, never copied."""

from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Entity


class Line(Entity):
    __tablename__ = "lines"
    __table_args__ = (Index("ix_lines_subject", "subject_kind", "subject_id", "fact"),)

    fact: Mapped[str] = mapped_column(String(60))
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    subject_kind: Mapped[str] = mapped_column(String(40))
    subject_id: Mapped[int]
    thread_kind: Mapped[str] = mapped_column(String(40))  # what a comment was written on, say
    thread_id: Mapped[int]
    details: Mapped[dict[str, Any]] = mapped_column(JSON)
