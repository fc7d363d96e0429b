"""People who are in already, as if they had come by the door."""

from collections.abc import Iterator

from flask import Flask, g, session
from flask_wtf.csrf import generate_csrf
from sqlalchemy import insert

from app.core import clock
from app.core.db import db, writing
from app.people import sessions
from app.people.models import SignIn


def signed_in(app: Flask, people: list[int]) -> Iterator[tuple[str, str]]:
    """(cookie, CSRF token) of each; `people` are their numbers. In a request of `app`."""
    now, tokens = clock.now(), [sessions.new_token() for _ in people]
    rows = [
        {
            "person_id": person,
            "digest": sessions.digest(token),
            "agent": "",
            "lasting": True,
            "created_at": now,
            "seen_at": now,
            "verified_at": now,
        }
        for person, token in zip(people, tokens, strict=True)
    ]
    with writing(shown=False):
        db.session.execute(insert(SignIn), rows)
    seal = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
    for token in tokens:
        session.clear()
        g.pop("csrf_token", None)  # it is kept for the request, and each of them is another
        form = generate_csrf()
        kept = dict(session) | {"_user_id": token, "_fresh": True, "_permanent": True}
        yield f"{app.config['SESSION_COOKIE_NAME']}={seal.dumps(kept)}", form
