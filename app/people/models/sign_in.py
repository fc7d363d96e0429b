"""Being signed in, and failing to. Both are written aside, never in a request's transaction."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.db import Entity


class SignIn(Entity):
    """One browser that somebody is signed in with. It ends when this row ends."""

    __tablename__ = "sign_ins"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)  # of the token in the cookie
    agent: Mapped[str] = mapped_column(String(200), default="")
    lasting: Mapped[bool] = mapped_column(default=False)
    seen_at: Mapped[datetime] = mapped_column(default=clock.now)
    verified_at: Mapped[datetime] = mapped_column(default=clock.now)  # password last typed


class Failure(Entity):
    """A sign-in that failed: counted per account and per address, by their hashes."""

    __tablename__ = "sign_in_failures"
    __table_args__ = (
        Index("ix_sign_in_failures_account", "account", "created_at"),
        Index("ix_sign_in_failures_address", "address", "created_at"),
    )

    account: Mapped[str] = mapped_column(String(64))
    address: Mapped[str] = mapped_column(String(64))
