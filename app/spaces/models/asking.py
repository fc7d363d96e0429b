"""The two ways into a space that is not open: to ask, and to be asked."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.db import Base

LONGEST_WORDS = 500  # characters


class JoinRequest(Base):
    """It is gone once it is granted; declined, it stays with its answer until one asks again."""

    __tablename__ = "join_requests"
    __table_args__ = (Index("ix_join_requests_person", "person_id", "space_id"),)

    space_id: Mapped[int] = mapped_column(
        ForeignKey("spaces.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    words: Mapped[str] = mapped_column(String(LONGEST_WORDS), default="")
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    declined_at: Mapped[datetime | None]
    answer: Mapped[str] = mapped_column(String(LONGEST_WORDS), default="")


class Invitation(Base):
    """It is gone once it is answered. Whoever has one knows the space by name, and no more."""

    __tablename__ = "space_invitations"
    __table_args__ = (Index("ix_space_invitations_person", "person_id", "space_id"),)

    space_id: Mapped[int] = mapped_column(
        ForeignKey("spaces.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    invited_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
