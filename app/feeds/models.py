"""A channel: one person's own address, by which a feed reader reads as they would."""

import hashlib
import secrets
from datetime import date, datetime, time

from sqlalchemy import Date, ForeignKey, String, delete
from sqlalchemy.orm import Mapped, mapped_column

from app.core.backups import before_opening
from app.core.db import Entity, db
from app.facts import record
from app.facts.feeds import ChannelClosed, ChannelOpened
from app.people.models import Person

LONGEST = 60  # characters of a name
MOST = 20  # channels of one person


def digest(token: str) -> str:
    """What is kept of a token: whoever reads the database learns no address."""
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()


class Channel(Entity):
    __tablename__ = "channels"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    name: Mapped[str] = mapped_column(String(LONGEST))
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    used_on: Mapped[date | None] = mapped_column(Date)  # the day, and no more: it is not a diary

    @property
    def used_at(self) -> datetime | None:
        """That day at noon, which is the same day by every clock of ours."""
        return datetime.combine(self.used_on, time(12)) if self.used_on else None

    @classmethod
    def open(cls, name: str, *, by: Person) -> tuple["Channel", str]:
        """The channel, and its token, which is said this once."""
        token = secrets.token_urlsafe(32)
        channel = cls(person_id=by.id, name=name, digest=digest(token))
        db.session.add(channel)
        record(ChannelOpened(actor=by, person=by))
        return channel, token

    def close(self, *, by: Person) -> None:
        """Whoever still asks finds nothing, from the next time on."""
        db.session.delete(self)
        record(ChannelClosed(actor=by, person=by))


@before_opening
def close_all() -> None:
    """In a restored database: an address may have been closed since, or its owner have left."""
    db.session.execute(delete(Channel))
