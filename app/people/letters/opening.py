"""Coming from a letter. The token leaves the address bar at once and waits in the session.

Opening a link uses nothing up: programs that look through the mail open every one of them. It
is the form of the page behind it that does.
"""

from flask import redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue

from app.people import sessions
from app.people.letters import queries
from app.people.models import Link, Purpose

KEY = "link"
LONGEST = 100  # letters; ours have 43


def take(token: str, page: str) -> ResponseReturnValue:
    """Keep the token for the page at that endpoint, and go there."""
    session[KEY] = token[:LONGEST]
    return redirect(url_for(page), code=303)


def link(*purposes: Purpose) -> Link | None:
    """The link this browser came by, used or not; held while writing."""
    token = session.get(KEY)
    return queries.link_of(sessions.digest(token), purposes) if token else None


def forget() -> None:
    """It has done its work."""
    session.pop(KEY, None)


def gone(link: Link | None) -> ResponseReturnValue:
    """What a link that opens nothing (any more) says instead, and where to go on."""
    is_used = link is not None and link.used_at is not None
    return render_template("people/links/gone.html", is_used=is_used), 410
