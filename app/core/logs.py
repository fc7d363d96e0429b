"""Structured logs: one line a request, with the number that its error page shows too."""

import logging
import secrets
import time

import structlog
from flask import Flask, Response, g, request

from app.core.unwatched import is_unwatched, without_words

log = structlog.get_logger()

HEADER = "X-Request-ID"

_tells = True  # whether anybody hears of answers at all


def init_app(app: Flask) -> None:
    """`LOG_FORMAT` is "json" for machines or "plain" for people."""
    global _tells
    _tells = logging.getLevelNamesMapping()[app.config["LOG_LEVEL"]] <= logging.INFO
    last = (
        structlog.processors.JSONRenderer()
        if app.config["LOG_FORMAT"] == "json"
        else structlog.dev.ConsoleRenderer(colors=False)
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            last,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(
            logging.getLevelNamesMapping()[app.config["LOG_LEVEL"]]
        ),
    )
    app.before_request(_begin)
    app.after_request(_end)


def request_id() -> str:
    """Twelve letters that join a page, its log lines and the question to the help desk."""
    if "request_id" not in g:
        g.request_id = new_request_id()
    return g.request_id


def new_request_id() -> str:
    return secrets.token_hex(6)


def tell(method: str, route: str, status: int, began: float, **more: str) -> None:
    """One line about an answer. Neither person nor query string: what people look for is theirs."""
    if not _tells:
        return
    spent = time.perf_counter() - began
    log.info(
        "request", method=method, route=route, status=status, ms=round(spent * 1000, 1), **more
    )


def tell_broken(error: BaseException) -> None:
    """A fault, with the way to it."""
    if is_unwatched():
        log.error("broken", exception=without_words(error))
    else:
        log.error("broken", exc_info=error)


def _begin() -> None:
    g.began = time.perf_counter()
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=request_id())


def _end(response: Response) -> Response:
    response.headers[HEADER] = request_id()
    if request.endpoint != "static" and not is_unwatched():
        route = request.url_rule.rule if request.url_rule else ""
        tell(request.method, route, response.status_code, g.get("began", time.perf_counter()))
    return response
