"""One server for hello, the limit and the product: our own arrangement, one worker of one thread.

    python -m bench.server hello|limit|product <database> [bytes of a page …]

It listens on loopback at a free port, says which on its first line, and ends when it is told to.
"""

import gc
import os
import signal
import sys
from pathlib import Path
from typing import Any

from flask import Flask

from app.cli import start
from app.cli.serve import open_door
from app.cli.server import STOPS, Server
from app.core.db import db
from bench.limit import hello, limit
from bench.meter import Meter


class Bare(Server):
    """The same, for an application that has no database of ours to let go of."""

    def _options(self) -> dict[str, Any]:
        return super()._options() | {"post_fork": _begin}


def _begin(master: Any, worker: Any) -> None:
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS)  # the master had stopped its ears


def product() -> Flask:
    from app import create_app

    return create_app()


def main(kind: str, database: str, *sizes: str) -> None:
    if kind == "product":
        app = product()
    else:
        app = hello() if kind == "hello" else limit(Path(database), map(int, sizes))
    app.config.update(WORKERS=1, THREADS=1, WORKER=False)
    app.wsgi_app = Meter(app.wsgi_app)  # type: ignore[method-assign]

    door = open_door("127.0.0.1", 0)
    words = f"port {door.getsockname()[1]}"
    gc.collect()
    gc.freeze()  # as `flask serve` does
    if kind == "product":
        with app.app_context():
            start.bring_database_up_to_date()  # what was planted may be older than this code
            db.session.remove()
            db.engine.dispose()
            Server(app, door, words).run()
    else:
        Bare(app, door, words).run()


if __name__ == "__main__":
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})  # the generator has the other core
    main(*sys.argv[1:])
