"""Another address for letters and for signing in, agreed to at both ends."""

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core import clock, outbox
from app.core.db import Entity, db
from app.facts import record
from app.facts.people import AddressChangeAsked, AddressChangeStopped
from app.people.models.link import Link, Purpose
from app.people.models.person import Person

LASTS = timedelta(hours=72)  # for both ends to agree


class AddressChange(Entity):
    """One that was asked for. It is pending until it is done, stopped or too old."""

    __tablename__ = "address_changes"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    address: Mapped[str] = mapped_column(String(254))
    replaced: Mapped[str] = mapped_column(String(254), default="")  # where the last notice goes
    asks_old: Mapped[bool] = mapped_column()  # whether the old end must agree, or may only stop it
    new_agreed_at: Mapped[datetime | None] = mapped_column()
    old_agreed_at: Mapped[datetime | None] = mapped_column()
    done_at: Mapped[datetime | None] = mapped_column()
    ended_at: Mapped[datetime | None] = mapped_column()
    expires_at: Mapped[datetime] = mapped_column()

    person: Mapped[Person] = relationship(back_populates="address_changes")
    links: Mapped[list[Link]] = relationship(back_populates="change", order_by=Link.id)

    @classmethod
    def ask(cls, person: Person, address: str, *, by: Person, asks_old: bool) -> "AddressChange":
        """A letter goes to each end. Whatever was pending before is no longer."""
        person.forget_address_changes()
        change = cls(
            person=person,
            address=address.lower(),
            asks_old=asks_old,
            expires_at=clock.now() + LASTS,
        )
        db.session.add(change)
        record(AddressChangeAsked(actor=by, person=person))
        Link.open(person, Purpose.NEW_ADDRESS, by=by, change=change)
        Link.open(person, Purpose.OLD_ADDRESS, by=by, change=change)
        return change

    @classmethod
    def prescribe(cls, person: Person, address: str, *, by: Person, asks_old: bool) -> None:
        """By the administration: the new end has to say yes, the old one may say no.

        Whoever has not come in yet was written to in vain: their address is another at once, and
        their invitation goes there. Not so where the old end must agree (`asks_old`): nobody
        takes over what was confided in somebody by giving them another address.
        """
        if person.password_hash is None and not asks_old:
            person.move_to(address, by=by)
            person.invite(by=by)
        else:
            cls.ask(person, address, by=by, asks_old=asks_old)

    @property
    def is_pending(self) -> bool:
        return not self.done_at and not self.ended_at and clock.now() <= self.expires_at

    @property
    def was_asked_inside(self) -> bool:
        """By somebody signed in as them, and not by the administration."""
        return any(link.asked_by_id == self.person_id for link in self.links)

    @property
    def is_agreed(self) -> bool:
        return bool(self.new_agreed_at and (self.old_agreed_at or not self.asks_old))

    def agree(self, link: Link) -> None:
        """Whoever holds the mail of one end says yes; with the last yes it is done."""
        link.use()
        if link.purpose is Purpose.NEW_ADDRESS:
            self.new_agreed_at = clock.now()
        else:
            self.old_agreed_at = clock.now()
        if self.is_agreed:
            self._come_true()

    def end(self) -> None:
        if self.done_at is None and self.ended_at is None:
            self.ended_at = clock.now()

    def take_back(self, *, by: Person) -> None:
        if not self.is_pending:
            return

        self.person.forget_address_changes()
        record(AddressChangeStopped(actor=by, person=self.person))

    def object(self) -> None:
        """«This was not me»: whoever asked for it signed in as somebody else, and is out."""
        if self.was_asked_inside:
            self.person.sign_ins.clear()
        self.take_back(by=self.person)

    def _come_true(self) -> None:
        self.replaced, self.done_at = self.person.email, clock.now()
        self.person.move_to(self.address, by=self.person)
        outbox.put(
            "people.address-changed", {"change": self.id}, key=f"people.address-changed:{self.id}"
        )
