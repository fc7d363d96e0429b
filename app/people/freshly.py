"""For delicate things: whoever does them has typed their password a moment ago."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.core.access import reader
from app.core.hypermedia import wants_part
from app.core.redirects import ours
from app.people import sessions


def fresh(view: Callable) -> Callable:
    """Mark a view that asks for the password again when it was typed too long ago.

    A page comes back by itself once it was typed; a change starts again from where it was asked.
    """

    @wraps(view)
    def asked(*args: Any, **kwargs: Any) -> ResponseReturnValue:
        if sessions.is_fresh(reader().verified_at):
            return view(*args, **kwargs)
        return _to_confirmation()

    return asked


def _to_confirmation() -> ResponseReturnValue:
    page = url_for("people.confirmation.new", next=_place())
    if wants_part():
        return Response(status=204, headers={"HX-Redirect": page})
    return redirect(page, code=303)


def _place() -> str:
    """Where to go on afterwards: this page, or the page that held the button."""
    if request.method in ("GET", "HEAD") and not wants_part():
        return request.full_path.rstrip("?")
    came_from = (request.referrer or "").removeprefix(request.host_url.rstrip("/"))
    return ours(came_from, otherwise="/")
