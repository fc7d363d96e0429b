"""The rounds: everything one after the other, again and again, so that whatever else the machine
does meets all of them alike; of several rounds the middle one counts."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from app.demo import PASSWORD
from bench.house import database, served
from bench.load import Answers, Ask, press
from bench.pages import Measured
from bench.planting import Planted
from bench.visitor import EMAIL, Visitor

BROWSER = {"Accept-Encoding": "gzip, deflate, br, zstd"}


@dataclass(frozen=True)
class Subject:
    """Something to ask for, where, and the answer it must get."""

    name: str
    port: int
    ready: Callable[[], Ask]  # called as a round begins; what it gives makes each request
    status: int = 200
    beside: str = ""  # the subject that is its limit
    connections: int = 8


@dataclass(frozen=True)
class Outcome:
    """The middle of the rounds."""

    name: str
    beside: str
    rps: float
    p50_ms: float
    p99_ms: float
    cpu_ms: float
    queries: int
    bytes: int


@contextmanager
def subjects(folder: Path, measured: list[Measured], planted: Planted) -> Iterator[list[Subject]]:
    """Every server, and what they are asked. Raises Wrong for a page that shows less."""
    with ExitStack() as running:
        product = running.enter_context(served(folder, "product", str(database(folder))))
        visitor = Visitor(product).sign_in(EMAIL, PASSWORD)
        sizes = {}
        for one in measured:
            _, page, _ = visitor.get(one.path)
            one.check(page)
            sizes[one.name] = len(page.encode())
        hello = running.enter_context(served(folder, "hello", str(database(folder))))
        limit = running.enter_context(
            served(folder, "limit", str(database(folder)), *map(str, sizes.values()))
        )
        found = [Subject("hello", hello, _again(visitor.asks("/")))]
        for one in measured:
            bare = Visitor(limit)
            limit_of, size = f"limit of {one.name}", sizes[one.name]
            found += [
                Subject(limit_of, limit, _again(bare.asks(f"/{size}"))),
                Subject(one.name, product, _again(visitor.asks(one.path)), beside=limit_of),
            ]
        first = measured[1]
        beside = f"limit of {first.name}"
        found += [
            Subject(f"{first.name}, unchanged", product, _known(visitor, first.path), 304, beside),
            Subject(
                f"{first.name}, compressed",
                product,
                _again(visitor.asks(first.path, **BROWSER)),
                beside=beside,
            ),
            Subject("comment", product, _comments(visitor, planted), 303),
            Subject("sign in", product, _sign_ins(product), 303, connections=2),
        ]
        yield found


@contextmanager
def small(folder: Path, measured: list[Measured], posts: int) -> Iterator[list[Subject]]:
    """The same pages of a small house, in the same rounds: what size costs stands between them."""
    with served(folder, "product", str(database(folder))) as port:
        visitor = Visitor(port).sign_in(EMAIL, PASSWORD)
        found = []
        for one in measured:
            one.check(visitor.get(one.path)[1])
            name = beside_small(one.name, posts)
            found.append(Subject(name, port, _again(visitor.asks(one.path))))
        yield found


def beside_small(page: str, posts: int) -> str:
    """What a page of the small house is called."""
    return f"{page}, of {posts:,} posts"


def run(asked: list[Subject], *, rounds: int, seconds: float) -> list[Outcome]:
    """All of them, round after round. Raises RuntimeError for an answer of another status."""
    answers: dict[str, list[Answers]] = {one.name: [] for one in asked}
    for one in asked:
        press(one.port, one.ready(), seconds=seconds / 4, connections=one.connections)  # to warm up
    for _ in range(rounds):
        for one in asked:
            got = press(one.port, one.ready(), seconds=seconds, connections=one.connections)
            if set(got.statuses) != {one.status}:
                raise RuntimeError(f"{one.name} was answered {dict(got.statuses)}")
            answers[one.name].append(got)
    return [_outcome(one, answers[one.name]) for one in asked]


def _outcome(one: Subject, rounds: list[Answers]) -> Outcome:
    return Outcome(
        one.name,
        one.beside,
        rps=median(got.rps for got in rounds),
        p50_ms=median(got.wait_ms(0.5) for got in rounds),
        p99_ms=median(got.wait_ms(0.99) for got in rounds),
        cpu_ms=median(got.cpu_ms for got in rounds),
        queries=rounds[-1].query_count,
        bytes=rounds[-1].bytes,
    )


def _again(request: bytes) -> Callable[[], Ask]:
    return lambda: lambda: request


def _known(visitor: Visitor, path: str) -> Callable[[], Ask]:
    """The page as this browser has it already: whatever was written before, it asked once since."""

    def ready() -> Ask:
        _, _, headers = visitor.get(path)
        request = visitor.asks(path, **{"If-None-Match": headers["ETag"]})
        return lambda: request

    return ready


def _comments(visitor: Visitor, planted: Planted) -> Callable[[], Ask]:
    """A new comment each time, on a post of its own."""
    where = f"/conversation/post/{planted.written_on}/comments"

    def ready() -> Ask:
        _, page, _ = visitor.get(f"/blog/{planted.written_on}")
        return lambda: visitor.says(where, page, "Lo comparto con mi equipo esta misma tarde.")

    return ready


def _sign_ins(port: int) -> Callable[[], Ask]:
    """Somebody who comes in from the outside, each time with the right password."""
    outside = Visitor(port)
    return _again(outside.posts("/sign-in", outside.credentials(EMAIL, PASSWORD)))
