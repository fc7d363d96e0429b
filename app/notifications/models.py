"""A delivery: something happened, and somebody is to hear of it. A notification: they did."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, Entity, db
from app.people.models import Person


class Kind(StrEnum):
    """Why somebody hears of something, the strongest reason first."""

    APPROVAL = "approval"  # a yes or no that is theirs to give, or that they were given
    MENTION = "mention"
    REPLY = "reply"
    MINE = "mine"  # something was said on what is theirs
    THREAD = "thread"  # something was said on what they follow
    FOLLOWED = "followed"  # something new in what they follow
    REACTION = "reaction"


class Channel(StrEnum):
    """How they hear of it. Whatever comes by letter is in the house as well."""

    NONE = "none"
    APP = "app"
    ONCE = "once"  # a letter a few minutes later, unless it was read by then
    DAILY = "daily"
    WEEKLY = "weekly"


class Delivery(Entity):
    """Written with the fact itself; the worker finds out whom it reaches, and how far it got."""

    __tablename__ = "deliveries"
    __table_args__ = (
        Index("ix_deliveries_subject", "subject_kind", "subject_id", "fact"),
        Index("ix_deliveries_thread", "thread_kind", "thread_id"),
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


class Addressee(Base):
    """Somebody whom a delivery means by name: they were mentioned, answered, asked."""

    __tablename__ = "addressees"

    delivery_id: Mapped[int] = mapped_column(
        ForeignKey("deliveries.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    kind: Mapped[Kind] = mapped_column(primary_key=True)


class Notification(Entity):
    """One person hears of one delivery: once, whatever reasons there are."""

    __tablename__ = "notifications"
    __table_args__ = (
        UniqueConstraint("delivery_id", "person_id", name="uq_notifications_delivery_id"),
        Index("ix_notifications_person", "person_id", "id"),
        Index(
            "ix_notifications_unread",
            "person_id",
            sqlite_where=text("read_at IS NULL"),
            postgresql_where=text("read_at IS NULL"),
        ),
        Index(
            "ix_notifications_letter_due",
            "letter_due_at",
            "person_id",
            sqlite_where=text("letter_due_at IS NOT NULL"),
            postgresql_where=text("letter_due_at IS NOT NULL"),
        ),
    )

    delivery_id: Mapped[int] = mapped_column(ForeignKey("deliveries.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    kind: Mapped[Kind] = mapped_column()
    read_at: Mapped[datetime | None]
    letter_due_at: Mapped[datetime | None]  # when it joins a letter; none if it does not, or did
    letter: Mapped[int | None]  # which one it joined: the number of its last notification


class Wish(Base):
    """How somebody wants to hear of what is of one kind, where it is not as everybody does."""

    __tablename__ = "wishes"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    kind: Mapped[Kind] = mapped_column(primary_key=True)
    channel: Mapped[Channel] = mapped_column()

    @classmethod
    def make(cls, kind: Kind, channel: Channel, *, by: Person) -> None:
        """From now on they hear of it so."""
        db.session.merge(cls(person_id=by.id, kind=kind, channel=channel))
