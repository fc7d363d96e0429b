"""The links of letters: each opens one thing, once, to whoever holds it."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String, update
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core import clock, outbox
from app.core.backups import before_opening
from app.core.db import Entity, db

if TYPE_CHECKING:
    from app.people.models.address_change import AddressChange
    from app.people.models.person import Person


class Purpose(StrEnum):
    INVITATION = "invitation"
    RESET = "reset"
    NEW_ADDRESS = "new-address"
    OLD_ADDRESS = "old-address"


LASTS = {  # from the moment the letter is written
    Purpose.INVITATION: timedelta(hours=72),
    Purpose.RESET: timedelta(minutes=60),
    Purpose.NEW_ADDRESS: timedelta(hours=72),
    Purpose.OLD_ADDRESS: timedelta(hours=72),
}


class Link(Entity):
    """Asked for, then written by the worker, then used or ended. Only a digest of it is kept."""

    __tablename__ = "links"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    purpose: Mapped[Purpose] = mapped_column()
    digest: Mapped[str | None] = mapped_column(String(64), unique=True)
    change_id: Mapped[int | None] = mapped_column(
        ForeignKey("address_changes.id", ondelete="CASCADE"), index=True
    )
    asked_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    sent_at: Mapped[datetime | None] = mapped_column()
    expires_at: Mapped[datetime | None] = mapped_column()
    used_at: Mapped[datetime | None] = mapped_column()
    ended_at: Mapped[datetime | None] = mapped_column()  # before anybody used it

    person: Mapped["Person"] = relationship(back_populates="links", foreign_keys=person_id)
    change: Mapped["AddressChange | None"] = relationship(back_populates="links")
    asked_by: Mapped["Person | None"] = relationship(foreign_keys=asked_by_id)

    @classmethod
    def open(
        cls,
        person: "Person",
        purpose: Purpose,
        *,
        by: "Person | None",
        change: "AddressChange | None" = None,
    ) -> "Link":
        """Asked for, inside `writing()`: its letter goes out with the transaction."""
        link = cls(person=person, purpose=purpose, asked_by_id=by and by.id, change=change)
        db.session.add(link)
        db.session.flush()
        outbox.put("people.link", {"link": link.id}, key=link._errand)
        return link

    @property
    def is_alive(self) -> bool:
        """Neither used nor ended, though its time may be over."""
        return self.used_at is None and self.ended_at is None

    @property
    def opens(self) -> bool:
        return self.is_alive and self.expires_at is not None and clock.now() <= self.expires_at

    @property
    def is_wanted(self) -> bool:
        """Whether its letter should still be written, to somebody it can help."""
        return (
            self.is_alive
            and self.person.is_active
            and (self.change is None or self.change.is_pending)
        )

    @property
    def may_open(self) -> bool:
        """It opens, or it is still on its way."""
        return self.opens or (self.is_alive and self.expires_at is None)

    def seal(self, digest: str) -> None:
        """Its letter is being written, with the token of that digest. A second try takes another.

        The time begins now: a letter that waited for a mail server is as good as any.
        """
        self.digest = digest
        self.expires_at = clock.now() + LASTS[self.purpose]

    def go_out(self) -> None:
        """The mail server has taken its letter."""
        self.sent_at = clock.now()

    def use(self) -> None:
        self.used_at = clock.now()

    def end(self) -> None:
        """It opens nothing any more; a letter that was not sent yet never is."""
        if not self.is_alive:
            return

        self.ended_at = clock.now()
        outbox.cancel(self._errand)

    @property
    def _errand(self) -> str:
        return f"people.link:{self.id}"


@before_opening
def end_sent() -> None:
    """A link that was in a letter may have been used since: who needs one asks for another."""
    was_sent = Link.digest.is_not(None) & Link.used_at.is_(None) & Link.ended_at.is_(None)
    db.session.execute(update(Link).where(was_sent).values(ended_at=clock.now()))
