"""Sessions: rows of ours behind a random token in the cookie, so that they can be ended.

Written aside: a request that is refused must neither commit nor lose a sign-in.
"""

import hashlib
import secrets
from datetime import datetime, timedelta

from flask import session
from sqlalchemy import Table
from sqlalchemy.exc import OperationalError

from app.core import clock
from app.core.backups import before_opening
from app.core.db import aside, db
from app.people.models import Role, SignIn
from app.people.models.reader import STRICT

COARSE = timedelta(minutes=10)  # how precisely we know when somebody was last here
FRESH = timedelta(minutes=10)  # how long a typed password is good for delicate things

LIFE, IDLE = timedelta(days=30), timedelta(days=7)
STRICT_LIFE, STRICT_IDLE = timedelta(hours=12), timedelta(hours=1)

_rows: Table = SignIn.__table__  # type: ignore[assignment]


def new_token() -> str:
    return secrets.token_urlsafe(32)


def begin(person_id: int, token: str, *, agent: str, lasting: bool, instead_of: str = "") -> None:
    """Sign this browser in, with that new token whatever it carried before.

    `instead_of` is the digest of the sign-in it comes with, which ends; so do the person's own
    that nobody has used for too long.
    """
    now = clock.now()
    is_forgotten = (_rows.c.person_id == person_id) & (
        (_rows.c.seen_at < now - IDLE) | (_rows.c.created_at < now - LIFE)
    )
    with aside() as connection:
        connection.execute(_rows.delete().where(is_forgotten | (_rows.c.digest == instead_of)))
        connection.execute(
            _rows.insert().values(
                person_id=person_id,
                digest=digest(token),
                agent=agent[:200],
                lasting=lasting,
                created_at=now,
                seen_at=now,
                verified_at=now,
            )
        )
    language = session.get("language")
    session.clear()
    session["_user_id"] = token  # the name by which the sign-in library looks for it
    session["_fresh"] = True
    session.permanent = lasting
    if language:
        session["language"] = language


def end(digest_: str) -> None:
    """Sign out the browser known by that digest, and empty its cookie."""
    with aside() as connection:
        connection.execute(_rows.delete().where(_rows.c.digest == digest_))
    session.clear()


@before_opening
def end_all() -> None:
    """Everybody signs in anew. In `writing()`: to be signed in again is part of the restored past.

    A cookie kept from before may be of somebody whose account was closed since, or of a browser
    that was signed out.
    """
    db.session.execute(_rows.delete())


def verify(digest_: str) -> None:
    """The password has just been typed again."""
    _update(digest_, verified_at=clock.now())


def touch(digest_: str) -> None:
    """Somebody is still here. Not worth waiting for a busy database."""
    try:
        _update(digest_, patience=0.05, seen_at=clock.now())
    except OperationalError:
        return  # the next request will say so


def is_over(created_at: datetime, seen_at: datetime, roles: frozenset[Role]) -> bool:
    strict = bool(roles & STRICT)
    life, idle = (STRICT_LIFE, STRICT_IDLE) if strict else (LIFE, IDLE)
    now = clock.now()
    return now > created_at + life or now > seen_at + idle


def is_stale(seen_at: datetime) -> bool:
    return clock.now() > seen_at + COARSE


def is_fresh(verified_at: datetime | None) -> bool:
    return verified_at is not None and clock.now() <= verified_at + FRESH


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _update(digest_: str, patience: float = 10.0, **values: datetime) -> None:
    with aside(patience) as connection:
        connection.execute(_rows.update().where(_rows.c.digest == digest_).values(**values))
