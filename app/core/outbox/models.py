"""An errand: one thing to be done outside the transaction that wanted it."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Entity

LEASE = timedelta(minutes=5)  # longer than any errand takes
LONGEST_REASON = 500  # characters


class State(StrEnum):
    WAITING = "waiting"
    DONE = "done"
    PARKED = "parked"  # it failed too often, or can never succeed: somebody has to look
    HELD = "held"  # everything after a restore, until somebody says that it may go
    CANCELLED = "cancelled"


class Errand(Entity):
    """`payload` holds numbers and plain facts: no words of people, and nothing secret."""

    __tablename__ = "errands"
    __table_args__ = (Index("ix_errands_state", "state", "id"),)

    kind: Mapped[str] = mapped_column(String(60))
    key: Mapped[str] = mapped_column(String(120), unique=True)
    payload: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    state: Mapped[State] = mapped_column(default=State.WAITING)
    due_at: Mapped[datetime | None]  # none is at once, whatever the clock says
    leased_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)  # counted when taken on: a crash counts too
    reason: Mapped[str] = mapped_column(String(LONGEST_REASON), default="")  # why it failed last
    ended_at: Mapped[datetime | None]
