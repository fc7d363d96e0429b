"""Many at once, against the real `flask serve`: writers at one database, and nine o'clock."""

import threading
import time
from dataclasses import dataclass
from pathlib import Path

from app.demo import PASSWORD
from bench.house import flask_serve
from bench.load import Answers, press
from bench.planting import Planted
from bench.visitor import EMAIL, Visitor

WRITERS = 16
ARRIVALS = 50


@dataclass(frozen=True)
class Crowd:
    name: str
    asked: int
    errors: int
    rps: float
    p50_ms: float
    p99_ms: float


def writers(folder: Path, planted: Planted, *, seconds: float) -> Crowd:
    """Sixteen people comment as fast as they are answered; each answer must be a 303."""
    where = f"/conversation/post/{planted.written_on}/comments"
    with flask_serve(folder) as port:
        visitor = Visitor(port).sign_in(EMAIL, PASSWORD)
        _, page, _ = visitor.get(f"/blog/{planted.written_on}")
        ask = lambda: visitor.says(where, page, "Gracias por contarlo con tanta claridad.")  # noqa: E731
        press(port, ask, seconds=0.5, connections=WRITERS)
        return _crowd(
            f"{WRITERS} writers", press(port, ask, seconds=seconds, connections=WRITERS), 303
        )


def nine_o_clock(folder: Path, *, seconds: float) -> list[Crowd]:
    """Somebody signed in reads, first alone, then while fifty people sign in, wave after wave."""
    with flask_serve(folder) as port:
        reader = Visitor(port).sign_in(EMAIL, PASSWORD)
        read = lambda: reader.asks("/blog")  # noqa: E731
        press(port, read, seconds=0.5, connections=2)
        alone = press(port, read, seconds=seconds, connections=1)
        waits: list[float] = []
        over = threading.Event()
        arrivals = [
            threading.Thread(target=_arrive, args=(port, over, waits)) for _ in range(ARRIVALS)
        ]
        for one in arrivals:
            one.start()
        time.sleep(0.5)  # until the door is full
        began = time.perf_counter()
        among = press(port, read, seconds=seconds, connections=1)
        over.set()
        for one in arrivals:
            one.join()
        came_in = Answers(time.perf_counter() - began, waits)
        came_in.statuses[303] = len(waits)
    return [
        _crowd("a reader alone", alone, 200),
        _crowd(f"a reader while {ARRIVALS} sign in", among, 200),
        _crowd(f"{ARRIVALS} sign in, until each is in", came_in, 303),
    ]


def _arrive(port: int, over: threading.Event, waits: list[float]) -> None:
    """Sign in, and again, as long as it lasts; come back when asked to, as people do."""
    outside = Visitor(port)
    credentials = outside.credentials(EMAIL, PASSWORD)
    while not over.is_set():
        came = time.perf_counter()
        while True:
            status, _, headers = Visitor(port, outside.cookie).post("/sign-in", **credentials)
            if status != 503:
                break
            time.sleep(float(headers["Retry-After"]))
        if status != 303:
            raise RuntimeError(f"a sign-in was answered {status}")
        waits.append(time.perf_counter() - came)


def _crowd(name: str, got: Answers, *expected: int) -> Crowd:
    wrong = sum(times for status, times in got.statuses.items() if status not in expected)
    return Crowd(name, len(got.waits), wrong, got.rps, got.wait_ms(0.5), got.wait_ms(0.99))
