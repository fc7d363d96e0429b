"""Whether somebody has signed in with this browser before: if not, they get a letter.

A cookie of its own tells, for «Chrome on Windows» is what half the house has. It says nothing
about anybody: two people who share a browser have rows that nobody can put side by side.
"""

import hashlib
import secrets

from flask import current_app, request
from werkzeug.wrappers import Response

from app.core import clock, outbox
from app.core.db import db
from app.people import devices
from app.people.letters import queries
from app.people.models import Browser

LASTS = 400 * 24 * 3600  # seconds: no browser keeps a cookie for longer


def meet(person_id: int, *, agent: str) -> str:
    """Somebody has just signed in here, inside `writing()`; what the cookie is to carry.

    The first browser of all is no news: with it they came.
    """
    token = request.cookies.get(_cookie(), "")
    if not 40 <= len(token) <= 50:
        token = secrets.token_urlsafe(32)
    digest = hashlib.sha256(f"{person_id}:{token}".encode()).hexdigest()
    queries.held(person_id)  # two tabs that sign in at once have met one browser
    known = queries.browser(person_id, digest)
    if known:
        known.seen_at = clock.now()
        return token

    is_first = not queries.has_browsers(person_id)
    met = Browser(person_id=person_id, digest=digest, agent=devices.coarse(agent))
    db.session.add(met)
    db.session.flush()
    if not is_first:
        key = f"people.new-browser:{met.id}"
        outbox.put("people.new-browser", {"browser": met.id}, key=key)
    return token


def remember(answer: Response, token: str) -> Response:
    """It is known the next time."""
    answer.set_cookie(
        _cookie(),
        token,
        max_age=LASTS,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        httponly=True,
        samesite="Lax",
    )
    return answer


def _cookie() -> str:
    return f"{current_app.config['SESSION_COOKIE_NAME']}-browser"
