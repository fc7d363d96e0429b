"""gunicorn, told what it needs to know by us and not by its own files."""

import signal
import socket
from typing import Any

import click
from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from prometheus_client.multiprocess import mark_process_dead

from app.cli import counted
from app.cli.sibling import Sibling
from app.core import metrics
from app.core.db import db

PATIENCE = 30  # seconds a request may take before its worker is given up
STOPS = {signal.SIGTERM, signal.SIGINT}


class Server(BaseApplication):
    """`run()` serves at a bound socket, greets when it can, and ends the process when it ends."""

    def __init__(self, app: Flask, door: socket.socket, greeting: str) -> None:
        self._app = app
        self._door = door
        self._greeting = greeting
        self.counted = counted.Folder()
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._options().items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        return self._app

    @property
    def app_config(self) -> dict[str, Any]:
        return self._app.config

    def run(self) -> None:
        Master(self).run()

    def _options(self) -> dict[str, Any]:
        return {
            "bind": f"fd://{self._door.fileno()}",
            "worker_class": "gthread",
            "workers": self._app.config["WORKERS"],
            "threads": self._app.config["THREADS"],
            "worker_tmp_dir": counted.memory(),  # where workers say they are alive
            "preload_app": True,
            "timeout": PATIENCE,
            "graceful_timeout": PATIENCE,
            "loglevel": "warning",
            "control_socket_disable": True,
            "secure_scheme_headers": {},  # whom to believe is said by PROXIES alone
            "when_ready": lambda master: click.echo(self._greeting),
            "post_fork": _begin,
            "child_exit": _forget,
            "post_worker_init": _leave_ctrl_c_to_the_master,
            "on_exit": _leave,
        }


class Master(Arbiter):
    """gunicorn’s master, which lets requests finish on Ctrl-C too; a second one does not wait.

    It watches over the worker as well, which is no worker of gunicorn's.
    """

    def __init__(self, server: Server) -> None:
        super().__init__(server)
        self._sibling = Sibling() if server.app_config["WORKER"] else None

    def manage_workers(self) -> None:
        super().manage_workers()
        if self._sibling:
            self._sibling.watch()

    def stop(self, graceful: bool = True) -> None:
        super().stop(graceful)
        if self._sibling:
            self._sibling.stop()

    def handle_int(self) -> None:
        self.handle_term()

    def spawn_worker(self) -> Any:
        """A worker hears nothing until it can: else a stop at the very start would be lost."""
        signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)
        try:
            return super().spawn_worker()
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS)


def _forget(master: Any, worker: Any) -> None:
    """What a process counted stays in the sums; what it was about to do does not."""
    mark_process_dead(worker.pid, str(master.app.counted.path))


def _leave(master: Any) -> None:
    master.app.counted.remove()
    click.echo("\nEverybody was served. Good-bye.")


def _begin(master: Any, worker: Any) -> None:
    db.engine.dispose(close=False)  # whatever was open then is the master's
    metrics.share(master.app.load(), master.app.counted.path)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # it serves nobody yet
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS)


def _leave_ctrl_c_to_the_master(worker: Any) -> None:
    """The terminal sends it to every process; a worker goes when it is told to."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
