"""`flask worker`: does what the outbox and the clock ask for, until it is told to stop."""

import sys
import threading

import click
from flask import current_app

from app.cli import start
from app.core import queue
from app.core import worker as work
from app.core.db import db


@click.command()
@click.option("--supervised", is_flag=True, help="Stop when whoever started it is gone.")
def worker(supervised: bool) -> None:
    """Send letters and do what is due, until SIGTERM or Ctrl-C; what is in hand is finished."""
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    start.occupy()
    if start.lacking():
        raise start.CannotStart(
            f"The database at {start.where()} lacks migrations: `flask db upgrade`."
        )
    db.session.remove()
    stop = threading.Event()
    if supervised:
        threading.Thread(target=_stop_at_the_end, args=(stop,), daemon=True).start()
    else:
        click.echo(f"At work, woken by {queue.name()}. Ctrl-C stops it.")
    work.run(app, stop)


def _stop_at_the_end(stop: threading.Event) -> None:
    """Our input is a pipe nobody writes to: it ends when the other side does, however it did."""
    sys.stdin.buffer.read()
    stop.set()
