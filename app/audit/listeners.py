"""Every audited fact is written down: no feature can forget to, because none is asked to."""

import secrets

from flask import has_request_context

from app.audit import digests
from app.audit.models import Entry, Unsealed
from app.core import clock
from app.core.access import reader
from app.core.db import db
from app.facts import Fact, on, subjects


@on(Fact)
def write_it_down(fact: Fact) -> None:
    if not fact.audited:
        return

    details = digests.plain(fact.details())
    sign_in = details.pop("sign_in", "") or _sign_in()  # one that begins says which it is
    entry = Entry(
        created_at=clock.now(),
        fact=type(fact).__name__,
        actor_id=fact.actor and fact.actor.id,
        subject_kind=subjects.of(fact.subject).kind,
        subject_id=fact.subject.id,
        thread_kind=subjects.of(fact.thread).kind,
        thread_id=fact.thread.id,
        details=details,
        sign_in=sign_in[:12],
        nonce=secrets.token_hex(8),
    )
    entry.mark = digests.mark(entry)
    db.session.add(entry)
    db.session.flush()
    db.session.add(Unsealed(entry_id=entry.id))


def _sign_in() -> str:
    return reader().sign_in if has_request_context() else ""
