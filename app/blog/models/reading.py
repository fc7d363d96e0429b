"""Who read a post: those who said so by name, and all others as a number nobody can undo."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.db import Base


class Confirmation(Base):
    """Somebody says: I read this, and understood it."""

    __tablename__ = "read_confirmations"

    post_id: Mapped[int] = mapped_column(
        ForeignKey("posts.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, index=True)
    revision: Mapped[int]  # what the post said when they read it
    created_at: Mapped[datetime] = mapped_column(default=clock.now)


class DayOfReaders(Base):
    """A sketch of one day's readers of a post: from it one can tell about how many, never who."""

    __tablename__ = "post_reader_days"

    day: Mapped[date] = mapped_column(primary_key=True)
    post_id: Mapped[int] = mapped_column(
        ForeignKey("posts.id", ondelete="CASCADE"), primary_key=True
    )
    registers: Mapped[bytes] = mapped_column(LargeBinary)


class Readers(Base):
    """About how many read a post, each counted once a day: the days that are over."""

    __tablename__ = "post_readers"

    post_id: Mapped[int] = mapped_column(
        ForeignKey("posts.id", ondelete="CASCADE"), primary_key=True
    )
    times: Mapped[int] = mapped_column(default=0)
