"""The renderer as a process that can be killed, and the few of them a web process shares.

A thread cannot be stopped in the middle of a regular expression; a process can. It is started
when the first text comes, kept, and replaced when a text takes it beyond the deadline.
"""

import atexit
import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from queue import Empty, LifoQueue
from typing import Any

PROGRAM = Path(__file__).with_name("renderer.py")
# Nothing else of our surroundings: the reader of hostile texts needs no secrets.
SURROUNDINGS = ("PATH", "PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH", "LANG", "LC_ALL")

AT_ONCE = 2  # processes for each web process; the second starts when two people save at once
PATIENCE = 5.0  # seconds to wait for one of them
STARTING = 30.0  # seconds for it to start, on the worst of days; usually 0.2


class Late(Exception):
    """The deadline came first, and the process was killed."""


class Died(Exception):
    """The process ended in the middle of a text: of too much memory, say."""


class Busy(Exception):
    """All processes are rendering, and did not come free in time."""


class Renderer:
    """One process, and our end of the line to it."""

    def __init__(self) -> None:
        self._line, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-P", str(PROGRAM)],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                env={name: os.environ[name] for name in SURROUNDINGS if name in os.environ},
            )
        self._is_ready = False
        _started.add(self)

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, text: str, *, seconds: float) -> dict[str, str]:
        """The renderer's answer: {"html": …} or {"refused": reason}.

        Raises Late or Died; then, and after any other interruption, it has ended: a line broken
        off in the middle would give one person's answer to the next.
        """
        try:
            if not self._is_ready:
                self._is_ready = self._hear(until=time.monotonic() + STARTING)["ready"]
            deadline = time.monotonic() + seconds
            self._line.settimeout(seconds)
            self._line.sendall(json.dumps(text).encode() + b"\n")
            return self._hear(until=deadline)
        except TimeoutError:
            self.end()
            raise Late from None
        except (ConnectionError, EOFError):
            self.end()
            raise Died from None
        except BaseException:
            self.end()
            raise

    def _hear(self, *, until: float) -> dict[str, Any]:
        heard = bytearray()
        while not heard.endswith(b"\n"):
            if (left := until - time.monotonic()) <= 0:
                raise TimeoutError
            self._line.settimeout(left)
            if not (more := self._line.recv(2**16)):
                raise EOFError
            heard += more
        return json.loads(heard)

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        self._line.close()
        _started.discard(self)

    def leave(self) -> None:
        """After a fork it is our parent's: we only let go of the line."""
        self._process.returncode = 0
        self._line.close()
        _started.discard(self)


def ask(text: str, *, seconds: float) -> dict[str, str]:
    """Let one of our processes render; see Renderer.ask. Raises Busy too. For any thread."""
    idle = _idle  # after a fork it is another
    try:
        renderer = idle.get(timeout=PATIENCE)
    except Empty:
        raise Busy from None

    try:
        if renderer is None or not renderer.is_alive:
            renderer = _instead_of(renderer)
        return renderer.ask(text, seconds=seconds)
    except Late:
        renderer = Renderer()  # it warms up while the writer reads why
        raise
    finally:
        idle.put(renderer)


def _instead_of(renderer: Renderer | None) -> Renderer:
    if renderer:
        renderer.end()
    return Renderer()


def _nobody_yet() -> "LifoQueue[Renderer | None]":
    """The last one used is the first asked again; a place without a process comes last."""
    idle: LifoQueue[Renderer | None] = LifoQueue()
    for _ in range(AT_ONCE):
        idle.put(None)
    return idle


def _start_over() -> None:
    global _idle
    for renderer in list(_started):
        renderer.leave()
    _idle = _nobody_yet()


@atexit.register
def _end_all() -> None:
    for renderer in list(_started):
        renderer.end()


_started: set[Renderer] = set()
_idle = _nobody_yet()
os.register_at_fork(after_in_child=_start_over)
