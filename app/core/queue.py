"""The queue: it wakes the worker, and carries nothing else.

Huey's own, in a file of the instance folder, or on the Redis that REDIS_URL names, so that
several machines share the work. What there is to do stands in the database: a call that is
lost, or a queue that is gone, costs a few seconds (`worker.PULSE`), never an errand.
"""

import time
from collections.abc import Callable
from typing import Any

import structlog
from flask import Flask, current_app
from sqlalchemy import event
from sqlalchemy.orm import Session

from app.core.db import db

REST = 10.0  # seconds after a queue failed in which nobody waits for it again

log = structlog.get_logger()


def init_app(app: Flask) -> None:
    app.extensions["queue"] = None  # made when first needed: most commands never do
    app.extensions["queue_rests_until"] = 0.0


def wake_after_commit() -> None:
    """Once what is being written stands, the worker is to look. Inside `writing()`."""
    db.session.info["wakes"] = True


def listen(app: Flask, woken: Callable[[], object]) -> Any:
    """The Huey instance for a consumer; `woken` is what it does when it is called."""
    app.extensions["woken"] = woken
    with app.app_context():
        return _calls()


def _calls() -> Any:
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    if app.extensions["queue"] is None:
        app.extensions["queue"] = _open(app)
    return app.extensions["queue"]


def name() -> str:
    """What the queue is, for the people who run the house."""
    return "Redis" if current_app.config["REDIS_URL"] else "SQLite"


def _open(app: Flask) -> Any:
    from huey import RedisHuey, SqliteHuey
    from huey.serializer import SignedSerializer

    # It is pickled, so a call that we did not sign ourselves is not opened.
    signed = SignedSerializer(secret=app.config["SECRET_KEY"])
    name, url = app.config["QUEUE_NAME"], app.config["REDIS_URL"]
    if url:
        queue = RedisHuey(name, url=_impatient(url), results=False, serializer=signed)
    else:
        file = app.config["QUEUE"]
        queue = SqliteHuey(name, filename=file, results=False, serializer=signed, timeout=5)

    @queue.task(name="wake")
    def wake() -> None:
        with app.app_context():
            app.extensions["woken"]()

    queue.wake = wake
    return queue


def _impatient(url: str) -> str:
    """A Redis that is gone must not hold those who only want to wake somebody."""
    return url if "?" in url else f"{url}?socket_connect_timeout=1&socket_timeout=5"


def _wake(app: Flask) -> None:
    """One call is enough for everything committed before it is heard."""
    if time.monotonic() < app.extensions["queue_rests_until"]:
        return
    try:
        queue = _calls()
        if queue.pending_count() == 0:
            queue.wake()
    except Exception as error:  # whatever is wrong with the queue, the row is written
        app.extensions["queue_rests_until"] = time.monotonic() + REST
        log.warning("queue", error=str(error))


@event.listens_for(Session, "after_commit")
def _call(session: Session) -> None:
    if session.info.pop("wakes", False) and current_app.config["WAKES"]:
        _wake(current_app._get_current_object())  # type: ignore[attr-defined]


@event.listens_for(Session, "after_rollback")
def _forget(session: Session) -> None:
    session.info.pop("wakes", None)
