"""Writing the letters, in the worker: at the last moment, to whoever is still to have them.

The token of a link is made here and stands in its letter alone: neither in the outbox nor in
the database, which keeps a digest of it.
"""

import secrets
from dataclasses import replace
from datetime import datetime
from typing import Any

from app.core import jobs, mail, outbox
from app.core.db import leave, writing
from app.core.i18n import N_
from app.core.outbox import Errand
from app.facts.people import ROLES
from app.people import devices, sessions
from app.people.letters import queries
from app.people.models import Link, Person, Purpose
from app.people.models.link import LASTS

LETTERS = {  # what a letter says, and the page its link leads to
    Purpose.INVITATION: ("people/invitation", "people.invitation.show"),
    Purpose.RESET: ("people/reset", "people.reset.show"),
    Purpose.NEW_ADDRESS: ("people/new_address", "people.address_link.show"),
    Purpose.OLD_ADDRESS: ("people/old_address", "people.address_link.show"),
}


@outbox.handles("people.link", N_("A letter with a link"))
def send_link(errand: Errand) -> None:
    """A letter with a link, unless it was ended meanwhile.

    A second try carries another token and is another letter: who gets both uses the later one.
    """
    token = secrets.token_urlsafe(32)
    with writing(shown=False):
        link = queries.link(errand.payload["link"])
        if link is None or not link.is_wanted:
            return
        link.seal(sessions.digest(token))
        reader, values = _reader(link), _values(link)
        template, page = LETTERS[link.purpose]
    address = mail.address(page, token=token)
    mail.send(reader, template, key=f"{errand.key}:{errand.attempts}", link=address, **values)
    with writing(shown=False):
        if sent := queries.link(errand.payload["link"]):
            sent.go_out()


@outbox.handles("people.reset", N_("A link for another password"))
def open_reset(errand: Errand) -> None:
    """Somebody has typed an address: whose it is, if anybody's, was not for their eyes."""
    with writing(shown=False):
        if person := queries.held(errand.payload["person"]):
            person.offer_reset(by=None)


@outbox.handles("people.password-changed", N_("Word of a changed password"))
def tell_of_password(errand: Errand) -> None:
    _tell(errand, "people/password_changed", forgotten=mail.address("people.forgotten.new"))


@outbox.handles("people.role-granted", N_("Word of a new role"))
def tell_of_role(errand: Errand) -> None:
    role = errand.payload["role"]
    _tell(errand, "people/role_granted", role=ROLES[role], which=role)


@outbox.handles("people.role-withdrawn", N_("Word of a role that is gone"))
def tell_of_lost_role(errand: Errand) -> None:
    _tell(errand, "people/role_withdrawn", role=ROLES[errand.payload["role"]])


@outbox.handles("people.account-closed", N_("Word of a closed account"))
def tell_of_closing(errand: Errand) -> None:
    """The one letter to somebody whose account is closed, if it still is."""
    _tell(errand, "people/account_closed", is_active=False)


@outbox.handles("people.address-changed", N_("Word of a changed address"))
def tell_the_old_address(errand: Errand) -> None:
    change = queries.change(errand.payload["change"])
    if change is None or change.done_at is None or not change.person.is_active:
        return
    reader = replace(_to(change.person), address=change.replaced)
    values: dict[str, Any] = {"address": change.address, "at": change.done_at}
    leave()
    mail.send(reader, "people/address_changed", key=errand.key, **values)


@outbox.handles("people.new-browser", N_("Word of a browser that was not known"))
def tell_of_browser(errand: Errand) -> None:
    found = queries.browser_numbered(errand.payload["browser"])
    if found is None:
        return
    person, browser = found
    reader = _to(person)
    values: dict[str, Any] = {"agent": browser.agent, "at": browser.created_at}
    leave()
    mail.send(
        reader,
        "people/new_browser",
        key=errand.key,
        device=devices.in_words,
        sessions=mail.address("people.sessions.index"),
        forgotten=mail.address("people.forgotten.new"),
        **values,
    )


@jobs.every(minutes=24 * 60, words=N_("Forget links that open nothing any more"))
def sweep() -> None:
    with writing(shown=False):
        queries.sweep()


def _tell(errand: Errand, template: str, *, is_active: bool = True, **values: Any) -> None:
    """A notice to somebody whose account is open, or closed, as it was when it was put in."""
    person = queries.person(errand.payload["person"])
    if person is None or person.is_active is not is_active:
        return
    reader, moment = _to(person), datetime.fromisoformat(errand.payload["at"])
    leave()  # a mail server is slow, and nothing may wait for it
    mail.send(reader, template, key=errand.key, at=moment, **values)


def _to(person: Person) -> mail.Reader:
    return mail.Reader(
        address=person.email,
        name=person.name,
        language=person.language,
        zone=person.time_zone,
    )


def _reader(link: Link) -> mail.Reader:
    """At the new end it is the new address."""
    if link.change and link.purpose is Purpose.NEW_ADDRESS:
        return replace(_to(link.person), address=link.change.address)
    return _to(link.person)


def _values(link: Link) -> dict[str, Any]:
    """What the letter with this link has to say."""
    lasts = int(LASTS[link.purpose].total_seconds())
    values: dict[str, Any] = {"hours": lasts // 3600, "minutes": lasts // 60}
    if link.purpose is Purpose.INVITATION:
        values["inviter"] = link.asked_by.name if link.asked_by else ""
    if link.change:
        values |= {"old": link.person.email, "new": link.change.address}
        values["asks_old"] = link.change.asks_old
        values["was_asked_inside"] = link.change.was_asked_inside
    return values
