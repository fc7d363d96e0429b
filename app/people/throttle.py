"""Counting failed sign-ins, so that guessing is slow and an office still gets in.

Ten failures in five minutes shut an account for the rest of them; two hundred from one
address only make it wait, for a whole office shares one. Successes do not count. The table is
shared by every worker and written aside: what a refused request counted stays counted.
"""

import hashlib
import hmac
import time
from datetime import timedelta
from ipaddress import ip_address, ip_network

import structlog
from flask import current_app
from sqlalchemy import Table

from app.core import clock
from app.core.db import aside, leave
from app.people import queries
from app.people.models import Failure

log = structlog.get_logger()

WINDOW = timedelta(minutes=5)
PER_ACCOUNT, PER_ADDRESS = 10, 200
DELAY = 1.0  # seconds a busy address waits


def is_shut(email: str) -> bool:
    """Whether this account, existing or not, has failed too often just now."""
    account = fingerprint(email)
    shut = queries.failures(Failure.account, account, clock.now() - WINDOW) >= PER_ACCOUNT
    if shut:
        log.warning("sign-in refused", account=account[:12])
    return shut


def slow_down(address: str) -> None:
    """Holds nothing while it waits: neither a transaction nor a connection."""
    seen = queries.failures(Failure.address, fingerprint(network(address)), clock.now() - WINDOW)
    if seen >= PER_ADDRESS:
        leave()
        time.sleep(DELAY)


def count(email: str, address: str) -> None:
    """One more failure. By a connection of its own, so it stays whatever the request becomes."""
    with aside() as connection:
        table: Table = Failure.__table__  # type: ignore[assignment]
        connection.execute(table.delete().where(table.c.created_at < clock.now() - WINDOW))
        connection.execute(
            table.insert().values(
                account=fingerprint(email),
                address=fingerprint(network(address)),
                created_at=clock.now(),
            )
        )


def network(address: str) -> str:
    """Whom an address stands for: a household of IPv6 has more of them than one can count."""
    try:
        known = ip_address(address)
    except ValueError:
        return address
    if known.version == 6:
        known = known.ipv4_mapped or ip_network((known, 64), strict=False).network_address
    return str(known)


def fingerprint(value: str) -> str:
    """What an account or an address is called where nobody is to read which."""
    key = current_app.config["SECRET_KEY"].encode()
    return hmac.new(key, value.casefold().encode(), hashlib.sha256).hexdigest()
