"""The worker beside the web: started with it, started again if it falls, stopped after it."""

import subprocess
import sys
import time

import click

SOON, LATE = 1.0, 30.0  # seconds until it is started again: at first, and after many falls
STEADY = 60.0  # seconds after which a fall is the first again
PATIENCE = 30.0  # seconds to finish what it has in hand


class Sibling:
    """`watch()` is called every second or so by whoever supervises."""

    def __init__(self) -> None:
        self._process: subprocess.Popen | None = None
        self._wait, self._began = SOON / 2, 0.0
        self._not_before = 0.0

    def watch(self) -> None:
        """Start it if it does not run, unless it has fallen a moment ago."""
        now = time.monotonic()
        if self._process and self._process.poll() is None:
            return
        if self._process:
            fell_late = now - self._began > STEADY
            self._wait = SOON if fell_late else min(self._wait * 2, LATE)
            self._not_before = now + self._wait
            self._process = None
            click.echo(f"The worker fell; it is started again in {self._wait:.0f} s.", err=True)
        if now >= self._not_before:
            self._start(now)

    def stop(self) -> None:
        """It finishes what it has in hand; whoever takes too long is not waited for."""
        if self._process is None:
            return
        self._process.stdin.close()  # type: ignore[union-attr]
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()

    def _start(self, now: float) -> None:
        """In a session of its own: the terminal's Ctrl-C is the web's, which then ends it."""
        self._began = now
        self._process = subprocess.Popen(
            [sys.executable, "-m", "flask", "worker", "--supervised"],
            stdin=subprocess.PIPE,
            start_new_session=True,
        )
