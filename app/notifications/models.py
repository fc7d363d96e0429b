"""A delivery: something happened, and somebody is to hear of it."""

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Entity


class Delivery(Entity):
    """Written with the fact itself; the worker finds out whom it reaches, and how far it got."""

    __tablename__ = "deliveries"
    __table_args__ = (
        Index("ix_deliveries_subject", "subject_kind", "subject_id", "fact"),
        Index("ix_deliveries_unfinished", "finished", "id"),
    )

    fact: Mapped[str] = mapped_column(String(60))
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    subject_kind: Mapped[str] = mapped_column(String(40))
    subject_id: Mapped[int]
    thread_kind: Mapped[str] = mapped_column(String(40))  # whose followers want to know
    thread_id: Mapped[int]
    reached: Mapped[int] = mapped_column(default=0)  # the last person's number
    finished: Mapped[bool] = mapped_column(default=False)
