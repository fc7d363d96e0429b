"""One answer for two readers: the page for a browser, its moving part for htmx."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qs

from flask import Flask, Response, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_htmx import HTMX

htmx = HTMX()


def init_app(app: Flask) -> None:
    htmx.init_app(app)
    app.after_request(vary_by_reader)
    app.jinja_env.globals.update(has_something_to_say=has_something_to_say)
    app.wsgi_app = MethodOverride(app.wsgi_app)  # type: ignore[method-assign]


def wants_part() -> bool:
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request


def wants_json() -> bool:
    """Whether a script asks, not somebody who reads."""
    best = request.accept_mimetypes.best_match(["text/html", "application/json"], "text/html")
    return best == "application/json"


def view(page: str, /, *, part: str, status: int = 200, **context: Any) -> ResponseReturnValue:
    """A reading, or a form sent back with its errors (422) or its rival (409)."""
    return render_template(part if wants_part() else page, **context), status


def done(
    part: str, /, *, otherwise: str, also: Iterable[str] = (), **context: Any
) -> ResponseReturnValue:
    """A change that worked: swap the part, or walk a plain browser to where it can be seen."""
    if not wants_part():
        return redirect(otherwise, code=303)
    stale = [render_template(name, oob=True, **context) for name in also]
    if has_something_to_say():  # else what was said before, and its undo, stays on the page
        stale.append(render_template("layouts/_toasts.html", oob=True))
    return "\n".join([render_template(part, **context), *stale])


def say(words: str, *, undo: str = "") -> None:
    """A sentence for the next page or part; posting to `undo` takes back what it tells of."""
    flash({"words": words, "undo": undo}, "ok")  # type: ignore[arg-type]


def undoing(endpoint: str, *, method: str = "DELETE", **how_it_was: Any) -> str:
    """The address that a plain form, or a toast, posts to, and that takes back what it tells of:
    `method` travels in it, as `MethodOverride` reads it. (What `url_for` itself calls `_method`
    only chooses between rules.)
    """
    address = url_for(endpoint, **how_it_was)
    return f"{address}{'&' if '?' in address else '?'}_method={method}"


def has_something_to_say() -> bool:
    """Whether a sentence waits for the next page or part."""
    return "_flashes" in session


def vary_by_reader(response: Response) -> Response:
    if "Vary" in response.headers:
        response.vary.update(["Cookie", "HX-Request"])
    else:
        response.headers["Vary"] = "Cookie, HX-Request"
    return response


class MethodOverride:
    """Lets a plain form undo: POST /posts/7/publication?_method=DELETE, before any routing."""

    def __init__(self, wsgi_app: Any) -> None:
        self.wsgi_app = wsgi_app

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        if environ["REQUEST_METHOD"] == "POST":
            wanted = parse_qs(environ.get("QUERY_STRING", "")).get("_method", [""])[0]
            if wanted in {"PUT", "PATCH", "DELETE"}:
                environ["REQUEST_METHOD"] = wanted
        return self.wsgi_app(environ, start_response)
