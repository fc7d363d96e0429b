"""Whether a page may be kept, and whether the kept one is still right.

A page nobody marked is never kept. A `@reading` page is kept by its reader's browser alone and
asked about each time: its ETag is made of what the page was made from, so that "nothing has
changed" is answered before a single row of the page is read.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask import Flask, Response, current_app, g, request, session
from flask.typing import ResponseReturnValue

from app.core.asking import reader
from app.core.assets import COPIED, FOLDED
from app.core.i18n import here_and_now


def init_app(app: Flask) -> None:
    app.config["RELEASE"] = release(Path(app.root_path))
    app.before_request(_answer_unchanged)
    app.after_request(_say_how_long)


def reading(view: Callable) -> Callable:
    """Mark a page that is only read: no form with somebody's words, nothing secret."""
    view.is_reading = True  # type: ignore[attr-defined]
    return view


def _answer_unchanged() -> ResponseReturnValue | None:
    view: Any = current_app.view_functions.get(request.endpoint or "")
    asks = request.method in ("GET", "HEAD") and getattr(view, "is_reading", False)
    if not asks or not reader().is_authenticated or session.get("_flashes"):
        return None
    g.etag = _etag()
    if request.if_none_match.contains_weak(g.etag):
        return _named(Response(status=304))
    return None


def _etag() -> str:
    made_of = (
        current_app.config["RELEASE"],
        reader().made_of,
        here_and_now(),  # pages greet, and say what day it is
        request.full_path,
        request.headers.get("HX-Request"),
    )
    return hashlib.sha256(repr(made_of).encode()).hexdigest()[:32]


def _say_how_long(response: Response) -> Response:
    if "Cache-Control" in response.headers:
        return response
    if g.get("etag") and response.status_code == 200:
        return _named(response)
    response.headers["Cache-Control"] = "no-store"
    return response


def _named(response: Response) -> Response:
    response.set_etag(g.etag, weak=True)
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def release(root: Path) -> str:
    """A name for this very code: it changes with any file that can change a page."""
    shown = {".py", ".html", ".mo"} | FOLDED | COPIED  # a page names its static files by content
    files = sorted(path for path in root.rglob("*") if path.suffix in shown)
    seen = [(str(path.relative_to(root)), path.stat().st_mtime_ns) for path in files]
    return hashlib.sha256(repr(seen).encode()).hexdigest()[:12]
