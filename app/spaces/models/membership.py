"""Who is in a space, and who of them runs it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core import clock
from app.core.db import Base
from app.people.models import Person


class MemberRole(StrEnum):
    MEMBER = "member"
    MANAGER = "manager"


class Membership(Base):
    __tablename__ = "memberships"
    __table_args__ = (Index("ix_memberships_person", "person_id", "space_id"),)

    space_id: Mapped[int] = mapped_column(
        ForeignKey("spaces.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    role: Mapped[MemberRole] = mapped_column(default=MemberRole.MEMBER)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)

    person: Mapped[Person] = relationship(viewonly=True)
