"""From one delivery to everybody it reaches: by the worker, a thousand people at a time.

Killed at any point it goes on where it was: how far it got is written in the transaction that
tells them, and nobody can be told twice of the same delivery.
"""

from datetime import datetime
from typing import Any

from flask import current_app

from app.core import clock, outbox
from app.core.db import writing
from app.core.i18n import N_
from app.facts import kinds
from app.notifications import queries
from app.notifications.loudness import USUAL
from app.notifications.matrix import BY_RANK, EXPANSION, MATRIX
from app.notifications.models import Channel, Delivery
from app.notifications.moments import letter_due
from app.notifications.queries.reaching import Reach

AT_ONCE = 1_000  # people


@outbox.handles(EXPANSION, N_("Telling whoever follows"))
def tell(errand: outbox.Errand) -> None:
    """Chunk by chunk, so that whoever else writes gets their turn in between."""
    while _tell_some(errand.payload["delivery"]):
        pass


def _tell_some(number: int) -> bool:
    """Tell the next of them; whether there may be more."""
    with writing(shown=False):
        delivery = queries.held(number)
        if delivery is None or delivery.finished:
            return False
        fact = kinds().get(delivery.fact)
        told = MATRIX.get(fact) if fact else None  # none of another time's code
        found = queries.candidates(delivery, Reach.of(delivery, told), AT_ONCE) if told else []
        now = clock.now()
        queries.tell([_row(delivery, one, now) for one in found if one.told])
        if found:
            delivery.reached = found[-1].person_id
        delivery.finished = len(found) < AT_ONCE
        return not delivery.finished


def _row(delivery: Delivery, one: Any, now: datetime) -> dict[str, Any]:
    kind = BY_RANK[one.rank]
    channel = Channel(one.channel) if one.channel else USUAL[kind]
    zone = one.time_zone or current_app.config["BABEL_DEFAULT_TIMEZONE"]
    return {
        "delivery_id": delivery.id,
        "person_id": one.person_id,
        "kind": kind,
        "created_at": delivery.created_at,
        "letter_due_at": letter_due(channel, delivery.created_at, now, zone),
    }
