"""Idempotent forms: a double click, the back button and a retry after a cut make one row.

Every form that makes something carries a hidden random key. The key is written in the same
transaction as the thing, so whoever sends the form again is led to what it made.
"""

import hashlib
import secrets
from datetime import datetime, timedelta

from flask import request
from sqlalchemy import String, delete
from sqlalchemy.orm import Mapped, mapped_column
from wtforms import HiddenField
from wtforms.validators import Regexp

from app.core import clock, fragments
from app.core.db import Base, db

REMEMBERED = timedelta(days=7)

# What travels with a form without being its content.
PASSENGERS = {"csrf_token", "once", "draft", "draft_version"}


def new_key() -> str:
    return secrets.token_hex(16)


fragments.fills("once", new_key)  # where the empty form is kept: one key for each answer


class FormKey(Base):
    __tablename__ = "form_keys"

    person_id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(32), primary_key=True)
    body: Mapped[str] = mapped_column(String(64))  # a hash of what was sent, and to where
    made: Mapped[int]
    created_at: Mapped[datetime] = mapped_column(default=clock.now)


class AnotherBody(Exception):
    """The same key with other words, or elsewhere: no repetition, and not to be swallowed."""


class OnceField(HiddenField):
    """The hidden key. A form without one is a form made by hand, and makes one thing each time."""

    def __init__(self, **given):
        super().__init__(
            "",
            [Regexp(r"^[0-9a-f]{32}$")],
            default=new_key,
            filters=[lambda key: key or new_key()],
            **given,
        )


def made_by(key: str, person_id: int) -> int | None:
    """The number of what this form has made already, inside `writing()`.

    Raises AnotherBody when the key comes back with other content.
    """
    earlier = db.session.get(FormKey, (person_id, key))
    if earlier is None:
        return None
    if earlier.body != _body():
        raise AnotherBody
    return earlier.made


def remember(key: str, person_id: int, made: int) -> None:
    """Write down what a form made; whoever sends it again within a week is led there."""
    db.session.add(FormKey(person_id=person_id, key=key, body=_body(), made=made))


def sweep() -> None:
    """Forget what was sent more than a week ago. The worker does it: whoever writes need not."""
    long_ago = clock.now() - REMEMBERED
    db.session.execute(delete(FormKey).where(FormKey.created_at < long_ago))


def _body() -> str:
    content = sorted(
        (name, value)
        for name, values in request.form.lists()
        for value in values
        if name not in PASSENGERS
    )
    return hashlib.sha256(repr((request.path, content)).encode()).hexdigest()
