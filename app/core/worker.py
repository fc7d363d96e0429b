"""The worker: one process beside the web's, which does what the outbox and the clock ask for.

Woken by the queue at once; and by its own pulse every few seconds, so that nothing depends on
the queue. Several on several machines share the work, since what they take is on lease.
"""

import os
import signal
import socket
import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog
from flask import Flask
from sqlalchemy import String, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock, jobs, once, outbox, queue
from app.core.db import Base, db, writing
from app.core.i18n import N_

PULSE = 10.0  # seconds
GONE = timedelta(minutes=2)  # without a pulse

log = structlog.get_logger()


class Worker(Base):
    """One that lives, or did until a moment ago."""

    __tablename__ = "workers"

    name: Mapped[str] = mapped_column(String(160), primary_key=True)  # host and process
    began_at: Mapped[datetime] = mapped_column(default=clock.now)
    seen_at: Mapped[datetime] = mapped_column(default=clock.now)
    queue: Mapped[str] = mapped_column(String(20))


def alive() -> list[Worker]:
    """Whoever has had a pulse lately."""
    recent = Worker.seen_at > clock.now() - GONE
    return list(db.session.scalars(select(Worker).where(recent).order_by(Worker.name)))


def run(app: Flask, stop: threading.Event) -> None:
    """Work until `stop` is set, and finish what is in hand."""
    from huey.consumer import Consumer

    calls = queue.listen(app, lambda: outbox.drain(unless=stop.is_set))
    consumer = Consumer(calls, workers=1, periodic=False, initial_delay=0.05, max_delay=1.0)
    heart = threading.Thread(target=_beat, args=(app, stop), name="pulse")
    heart.start()
    consumer.start()
    for signal_ in (signal.SIGTERM, signal.SIGINT):  # after Huey has set its own
        signal.signal(signal_, lambda *_: stop.set())
    stop.wait()
    consumer.stop(graceful=True)
    heart.join()
    with app.app_context():
        _leave()


def beat(unless: Callable[[], bool] = lambda: False) -> None:
    """One pulse: say that we live, do what is due. Of a long row of errands only the beginning:
    the next pulse and the jobs do not wait until a thousand letters are out.
    """
    with writing(shown=False):
        db.session.merge(Worker(name=_name(), seen_at=clock.now(), queue=queue.name()))
        db.session.execute(delete(Worker).where(Worker.seen_at < clock.now() - timedelta(days=1)))
    jobs.run_due()
    until = time.monotonic() + PULSE
    outbox.drain(lambda: unless() or time.monotonic() > until)


def _beat(app: Flask, stop: threading.Event) -> None:
    """A database that is gone is no reason to go as well."""
    while not stop.is_set():
        began = time.monotonic()
        try:
            with app.app_context():
                beat(stop.is_set)
        except Exception as error:
            log.warning("pulse", error=str(error))
        stop.wait(PULSE - (time.monotonic() - began))


def _leave() -> None:
    try:
        with writing(patience=1.0, shown=False):
            db.session.execute(delete(Worker).where(Worker.name == _name()))
    except Exception as error:
        log.warning("pulse", error=str(error))


def _name() -> str:
    return f"{socket.gethostname()[:120]} {os.getpid()}"


@jobs.every(minutes=60, words=N_("Forget what was sent long ago"))
def sweep() -> None:
    """Forget the errands of long ago, and the keys of forms."""
    with writing(shown=False):
        outbox.sweep()
    with writing(shown=False):
        once.sweep()
