"""Inviting whoever came in from a table: one by one, in the worker."""

from app.arrivals import queries
from app.core import outbox
from app.core.db import writing
from app.core.i18n import N_
from app.core.outbox import Errand


@outbox.handles("people.invite", N_("An invitation"))
def invite(errand: Errand) -> None:
    """Unless they have a password by now, or are gone."""
    with writing(shown=False):
        invited, by = (queries.people([errand.payload[name]]) for name in ("person", "by"))
        if invited and invited[0].is_active and invited[0].password_hash is None:
            invited[0].invite(by=by[0] if by else None)
