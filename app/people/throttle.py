"""Counting failed sign-ins, so that guessing is slow and an office still gets in.

Ten failures in five minutes shut an account for the rest of them; two hundred from one
address only make it wait, for a whole office shares one. Successes do not count. The table is
shared by every worker and written aside: what a refused request counted stays counted.
"""

import hashlib
import hmac
import time
from datetime import timedelta

from flask import current_app
from sqlalchemy import Table

from app.core import clock
from app.core.db import aside
from app.people import queries
from app.people.models import Failure

WINDOW = timedelta(minutes=5)
PER_ACCOUNT, PER_ADDRESS = 10, 200
DELAY = 1.0  # seconds a busy address waits


def is_shut(email: str) -> bool:
    """Whether this account, existing or not, has failed too often just now."""
    return queries.failures(Failure.account, _hash(email), clock.now() - WINDOW) >= PER_ACCOUNT


def slow_down(address: str) -> None:
    if queries.failures(Failure.address, _hash(address), clock.now() - WINDOW) >= PER_ADDRESS:
        time.sleep(DELAY)


def count(email: str, address: str) -> None:
    with aside() as connection:
        table: Table = Failure.__table__  # type: ignore[assignment]
        connection.execute(table.delete().where(table.c.created_at < clock.now() - WINDOW))
        connection.execute(
            table.insert().values(
                account=_hash(email), address=_hash(address), created_at=clock.now()
            )
        )


def _hash(value: str) -> str:
    key = current_app.config["SECRET_KEY"].encode()
    return hmac.new(key, value.casefold().encode(), hashlib.sha256).hexdigest()
