"""What thing an address of ours leads to, for whoever pastes it from their browser."""

from urllib.parse import urlsplit

from flask import current_app
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from app.facts import subjects


def thing_at(address: str) -> tuple[str, int] | None:
    """(kind, number) of what can be tied and is read there; None for any other words."""
    path = urlsplit(address.strip()).path
    if not path.startswith("/"):
        return None
    try:
        endpoint, values = current_app.url_map.bind("").match(path)
    except (HTTPException, RequestRedirect):
        return None
    number = values.get("number")
    for subject in subjects.registered():
        if subject.stage and subject.endpoint == endpoint and isinstance(number, int):
            return subject.kind, number
    return None
