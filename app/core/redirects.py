"""Where one may be sent on to: a page of ours, and nothing else."""

from urllib.parse import urlsplit

from flask import current_app, request
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect


def ours(place: str | None, *, otherwise: str) -> str:
    """`place` if it is a path that one of our own pages answers to, else `otherwise`."""
    if not place or not place.startswith("/") or place.startswith("//") or "\\" in place:
        return otherwise
    if any(ord(sign) < 32 for sign in place):
        return otherwise
    parts = urlsplit(place)
    if parts.scheme or parts.netloc:
        return otherwise
    try:
        current_app.create_url_adapter(request).match(parts.path, method="GET")  # type: ignore[union-attr]
    except (HTTPException, RequestRedirect):
        return otherwise
    return place
