"""What letters do to an account: open it, give it another password, move it."""

import secrets
from typing import TYPE_CHECKING, Any

from app.core import clock, outbox
from app.facts import record
from app.facts.people import (
    AddressChanged,
    PasswordChanged,
    PasswordChosen,
    PersonInvited,
    ResetOffered,
)
from app.people.models.link import Link, Purpose

if TYPE_CHECKING:
    from app.people.models.person import Person

RESETS = 5  # links for another password that somebody can have at once


class Corresponding:
    """The verbs of a person that a letter begins, ends or tells of. `self` is always a Person."""

    if TYPE_CHECKING:
        email: Any
        password_hash: Any

    def invite(self: Any, *, by: "Person | None") -> Link | None:
        """A letter to choose a password with; the one before opens nothing any more.

        Whoever has a password, or no account any longer, needs none.
        """
        if self.password_hash or not self.is_active:
            return None

        self._end_links(Purpose.INVITATION)
        record(PersonInvited(actor=by, person=self))
        return Link.open(self, Purpose.INVITATION, by=by)

    def offer_reset(self: Any, *, by: "Person | None") -> Link | None:
        """A letter to set another password with, also for who never had one.

        Whoever holds a handful that still open needs no more: a stranger who asks in their name
        fills no mailbox.
        """
        held = [one for one in self.links if one.purpose is Purpose.RESET and one.may_open]
        if not self.is_active or len(held) >= RESETS:
            return None

        record(ResetOffered(actor=by, person=self))
        return Link.open(self, Purpose.RESET, by=by)

    def choose_password(self: Any, password_hash: str) -> None:
        """The one from now on, by a link: the first, or one instead of a forgotten one.

        Signed out everywhere, and no other link of theirs sets another.
        """
        if self.password_hash:
            self.change_password(password_hash, keeping="", by=self)
            return

        self.password_hash = password_hash
        self._end_links(Purpose.INVITATION, Purpose.RESET)
        record(PasswordChosen(actor=self, person=self))

    def change_password(
        self: Any, password_hash: str, *, keeping: str, by: "Person | None"
    ) -> None:
        """Every other browser is signed out; `keeping` is the digest of this one."""
        self.password_hash = password_hash
        self.sign_ins = [sign_in for sign_in in self.sign_ins if sign_in.digest == keeping]
        self._end_links(Purpose.INVITATION, Purpose.RESET)
        record(PasswordChanged(actor=by, person=self))
        self.tell("password-changed")

    def move_to(self: Any, address: str, *, by: "Person") -> None:
        """Letters go to that address from now on; what went to the other is worth nothing."""
        self.email = address.lower()
        self.forget_address_changes()
        self._end_links(*Purpose)
        record(AddressChanged(actor=by, person=self))

    def ask_old_address(self: Any) -> None:
        """They are trusted with more than a moment ago: what is pending takes both ends now."""
        for change in self.address_changes:
            if change.is_pending:
                change.asks_old = True

    def forget_address_changes(self: Any) -> None:
        """Whatever was pending is not any more; links to the address that is stay."""
        for change in self.address_changes:
            change.end()
        self._end_links(Purpose.NEW_ADDRESS, Purpose.OLD_ADDRESS)

    def end_correspondence(self: Any) -> None:
        """The account is closed: no letter of before leads in, and one says that it is."""
        self.forget_address_changes()
        self._end_links(*Purpose)
        self.tell("account-closed")

    def _end_links(self: Any, *purposes: Purpose) -> None:
        for link in self.links:
            if link.purpose in purposes:
                link.end()

    def tell(self: Any, what: str, **more: str) -> None:
        """A letter about their own account, which nobody can switch off."""
        key = f"people.{what}:{self.id}:{secrets.token_hex(8)}"
        about = {"person": self.id, "at": clock.now().isoformat(), **more}
        outbox.put(f"people.{what}", about, key=key)
