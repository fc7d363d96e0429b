"""The first person of a new house, who can then bring in the others."""

import hmac

from flask import current_app

from app.core import settings
from app.core.db import db
from app.core.i18n import N_
from app.people.models import Person, Role

settings.declare(
    "company",
    str,
    "",
    N_("Name of the company"),
    family=N_("The house"),
    help=N_("Whose house this is: people read it where they sign in."),
    most=120,
)
settings.declare("founded", bool, False, N_("The house has its first administrator"))


def setup_key() -> str:
    """Printed where the server starts: in production only its operator may be the first."""
    key = current_app.config["SECRET_KEY"].encode()
    return hmac.digest(key, b"the first administrator", "sha256").hex()[:16]


def found(*, company: str, name: str, email: str, language: str, password_hash: str) -> Person:
    """Inside `writing()`. Of two who try at once the second violates the key of `founded`."""
    db.session.add(settings.Setting(name="founded", value=True))
    db.session.flush()
    settings.put("company", company)
    first = Person.join(name, email, by=None, password_hash=password_hash, language=language)
    first.grant(Role.ADMIN, by=None)
    first.grant(Role.GOVERNANCE, by=None)
    return first
