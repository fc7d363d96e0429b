"""Answering "nothing has changed" on the doorstep: before Flask, a session or a page is opened.

A browser that has a page asks for it again with the page's ETag. Who asked with this very cookie
for this very address, and was given this very ETag, is remembered here; the cookie was found
right then. What is left to ask is one query: whether that sign-in is still good, and whether
anything was decided since. Whatever is not as it was goes the long way, which knows all answers.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from threading import Lock
from typing import Any, NamedTuple

from flask import Flask, Response, g, request, session

from app.core import logs, metrics
from app.core.asking import reader

MOST = 5_000  # pages remembered by a process; those asked for least recently go first
A_WHILE = 900  # seconds: every zone's clock strikes the hour on one of their borders

Still = Callable[[str], tuple | None]  # the digest of a sign-in → its version, while it is good

# All that a page's ETag is made of and a request brings along; see `freshness.py`.
ASKED = (
    "HTTP_COOKIE",
    "PATH_INFO",
    "QUERY_STRING",
    "SCRIPT_NAME",
    "HTTP_HOST",
    "HTTP_HX_REQUEST",
    "HTTP_ACCEPT_LANGUAGE",
    "wsgi.url_scheme",
)


class Known(NamedTuple):
    etag: str
    sign_in: str
    version: tuple
    while_: int
    route: str
    headers: list[tuple[str, str]]


class Doorstep:
    """`still` says whether a sign-in is good without further thought, and what the version is."""

    def __init__(self, app: Flask, still: Still) -> None:
        self.app, self.still = app, still
        self.wsgi_app = app.wsgi_app
        self._known: OrderedDict[tuple, Known] = OrderedDict()
        self._lock = Lock()
        app.after_request_funcs.setdefault(None, []).insert(0, self._remember)  # the last to look
        app.wsgi_app = self  # type: ignore[method-assign]

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if "HTTP_IF_NONE_MATCH" in environ and environ["REQUEST_METHOD"] == "GET":
            began = time.perf_counter()
            if known := self._unchanged(environ):
                number = logs.new_request_id()
                logs.tell("GET", known.route, 304, began, request_id=number)
                metrics.answered(self.app, "GET", known.route, 304, began)
                start_response("304 NOT MODIFIED", [*known.headers, (logs.HEADER, number)])
                return []
        return self.wsgi_app(environ, start_response)

    def _unchanged(self, environ: dict[str, Any]) -> Known | None:
        with self._lock:
            known = self._known.get(_asked(environ))
        if known is None or environ["HTTP_IF_NONE_MATCH"] != known.etag:
            return None
        if known.while_ != _now() or self.still(known.sign_in) != known.version:
            return None
        return known

    def _remember(self, response: Response) -> Response:
        """The answer "unchanged", once the long way has given it and all its headers are there."""
        if response.status_code == 304 and g.get("etag") and not session.modified:
            headers = [pair for pair in response.headers if pair[0] != logs.HEADER]
            rule = request.url_rule.rule if request.url_rule else ""
            etag = request.headers["If-None-Match"]
            version, sign_in = reader().version, reader().sign_in
            with self._lock:
                key = _asked(request.environ)
                self._known[key] = Known(etag, sign_in, version, _now(), rule, headers)
                self._known.move_to_end(key)
                if len(self._known) > MOST:
                    self._known.popitem(last=False)
        return response


def _asked(environ: dict[str, Any]) -> tuple:
    return tuple(environ.get(name) for name in ASKED)


def _now() -> int:
    return int(time.time()) // A_WHILE
