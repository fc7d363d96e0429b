"""Asking for a page as often as a server can give it: a closed loop of kept connections.

Every connection asks again as soon as it is answered, until the time is over.
"""

import selectors
import socket
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median

from bench.meter import HEADER

PATIENCE = 60  # seconds without any answer: the server is not there any more

Ask = Callable[[], bytes]


@dataclass
class Answers:
    """What came back in one round."""

    seconds: float = 0.0
    waits: list[float] = field(default_factory=list)  # seconds, one for each answer
    statuses: Counter[int] = field(default_factory=Counter)
    clocks: list[int] = field(default_factory=list)  # of the server's process, nanoseconds
    queries: list[int] = field(default_factory=list)
    bytes: int = 0  # of the last body

    @property
    def rps(self) -> float:
        return len(self.waits) / self.seconds if self.seconds else 0.0

    @property
    def cpu_ms(self) -> float:
        """Of the server's process, for one answer."""
        if len(self.clocks) < 2:
            return 0.0
        return (max(self.clocks) - min(self.clocks)) / (len(self.clocks) - 1) / 1e6

    def wait_ms(self, part: float) -> float:
        """How long that part of the answers took at most: 0.99 is the slowest but one in 100."""
        ordered = sorted(self.waits)
        return ordered[min(len(ordered) - 1, int(len(ordered) * part))] * 1000 if ordered else 0.0

    @property
    def query_count(self) -> int:
        return int(median(self.queries)) if self.queries else 0


class Line:
    """One kept connection, and what it is waiting for."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.socket = self._connected()
        self.received = b""
        self.asked_at = 0.0

    def ask(self, request: bytes) -> None:
        self.received, self.asked_at = b"", time.perf_counter()
        self.socket.sendall(request)

    def reopen(self) -> None:
        self.socket.close()
        self.socket = self._connected()

    def read(self) -> tuple[int, dict[str, str], bytes, bool] | None:
        """(status, headers, body, whether the connection stays) once all of it is there."""
        piece = self.socket.recv(262_144)
        self.received += piece
        head, parted, body = self.received.partition(b"\r\n\r\n")
        if not parted:
            if not piece:
                raise ConnectionError("the server closed a connection without an answer")
            return None
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value for name, _, value in (one.partition(": ") for one in lines)}
        status = int(first.split()[1])
        length = 0 if status == 304 else int(headers["content-length"])
        if len(body) < length:
            return None
        return status, headers, body, headers.get("connection", "").lower() != "close"

    def _connected(self) -> socket.socket:
        made = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return made


def press(port: int, ask: Ask, *, seconds: float, connections: int = 8) -> Answers:
    """One round. `ask` gives the bytes of the next request. Raises ConnectionError."""
    answers, lines = Answers(), [Line(port) for _ in range(connections)]
    with selectors.DefaultSelector() as waiting:
        began = time.perf_counter()
        for line in lines:
            waiting.register(line.socket, selectors.EVENT_READ, line)
            line.ask(ask())
        asking = connections
        while asking:
            ready = waiting.select(PATIENCE)
            if not ready:
                raise ConnectionError(f"no answer for {PATIENCE} seconds")
            for key, _ in ready:
                line = key.data
                if (found := line.read()) is None:
                    continue
                now = time.perf_counter()
                _keep(answers, found, now - line.asked_at)
                if now - began >= seconds:
                    waiting.unregister(line.socket)
                    asking -= 1
                    continue
                if not found[3]:
                    waiting.unregister(line.socket)
                    line.reopen()
                    waiting.register(line.socket, selectors.EVENT_READ, line)
                line.ask(ask())
        answers.seconds = time.perf_counter() - began
    for line in lines:
        line.socket.close()
    return answers


def _keep(answers: Answers, found: tuple[int, dict[str, str], bytes, bool], wait: float) -> None:
    status, headers, body, _ = found
    answers.waits.append(wait)
    answers.statuses[status] += 1
    answers.bytes = len(body)
    if told := headers.get(HEADER.lower()):
        clock, queries = told.split()
        answers.clocks.append(int(clock))
        answers.queries.append(int(queries))
