"""Counting what requests do, in a few microseconds each."""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask import Flask, Response, current_app, request
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, values
from prometheus_client.multiprocess import MultiProcessCollector
from sqlalchemy import event
from sqlalchemy.engine import Engine

from app.core.db import NO_QUESTION
from app.core.unwatched import is_unwatched

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
STATEMENTS = (0, 2, 4, 6, 8, 12, 20, 50)  # a page asks eight at most
METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
CLASSES = ("", "1xx", "2xx", "3xx", "4xx", "5xx")
UNWATCHED = "unwatched"  # the route of what failed where nobody is watched
NOWHERE = "nowhere"  # the route of what no rule matches: whatever was asked for stays unsaid

_counted: dict[str, tuple[str, str]] = {}  # name → what it says, its label
_sampled: dict[str, tuple[str, Callable[[], float]]] = {}  # name → what it says, who knows


def counts(name: str, says: str, *, label: str) -> str:
    """Declare that something is counted, by one label of few values; for `count()`."""
    _counted[name] = (says, label)
    return name


def count(name: str, value: str) -> None:
    """One more. `value` is a word of the code, never of a person."""
    meters = current_app.extensions["metrics"]
    meters.counters[name].labels(value).inc()


def gauge_of(name: str, function: Callable[[], float], says: str = "") -> None:
    """Tell how much of something there is now, in all processes together. `function` is called
    as requests begin and end, so it takes no time and asks nobody.
    """
    _sampled[name] = (says or name.replace("_", " "), function)


class Meters:
    """What one process counts."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder  # where the processes of a server add up, if there are several
        self._own = None if folder else CollectorRegistry()
        self._duration = Histogram(
            "wowista_request_duration_seconds",
            "From the first look at a request to its answer",
            ["route", "method", "status"],
            buckets=SECONDS,
            registry=self._own,
        )
        self._statements = Histogram(
            "wowista_request_statements",
            "Statements a request asked of the database",
            buckets=STATEMENTS,
            registry=self._own,
        )
        self._asked = Counter(
            "wowista_statements", "Statements by route", ["route"], registry=self._own
        )
        self._waited = Counter(
            "wowista_database_seconds",
            "Time requests waited for their statements",
            ["route"],
            registry=self._own,
        )
        self.counters = {
            name: Counter(name, says, [label], registry=self._own)
            for name, (says, label) in _counted.items()
        }
        self._gauges = [
            Sampled(Gauge(name, says, multiprocess_mode="livesum", registry=self._own), function)
            for name, (says, function) in _sampled.items()
        ]
        self._known: dict[tuple[str, str, int], Any] = {}  # finding a child takes longest
        self._of_route: dict[str, tuple[Any, Any]] = {}

    def registry(self) -> CollectorRegistry:
        """What was counted so far, in this process or in all of them."""
        if self._own:
            return self._own
        registry = CollectorRegistry()
        MultiProcessCollector(registry, str(self.folder))
        return registry

    def sample(self) -> None:
        for gauge in self._gauges:
            gauge.look()

    def note(self, route: str, method: str, status: int, spent: "Spent") -> None:
        duration = self._known.get((route, method, status))
        if duration is None:
            duration = self._duration.labels(route, method, CLASSES[status])
            self._known[(route, method, status)] = duration
        duration.observe(time.perf_counter() - spent.began if spent.began else 0.0)
        self._statements.observe(spent.statements)
        if spent.statements:
            of_route = self._of_route.get(route)
            if of_route is None:
                of_route = (self._asked.labels(route), self._waited.labels(route))
                self._of_route[route] = of_route
            of_route[0].inc(spent.statements)
            of_route[1].inc(spent.waited)


class Sampled:
    """A figure of this process that is written down when it has changed."""

    def __init__(self, gauge: Gauge, function: Callable[[], float]) -> None:
        self._gauge, self._function, self._known = gauge, function, 0.0

    def look(self) -> None:
        if (now := self._function()) != self._known:
            self._gauge.set(now)
            self._known = now


class Spent(threading.local):
    """What the request of this thread has spent so far."""

    began = 0.0
    statements = 0
    waited = 0.0
    asked = 0.0

    def forget(self) -> None:
        self.began, self.statements, self.waited = 0.0, 0, 0.0


_spent = Spent()


def init_app(app: Flask) -> None:
    """First of all, so that it sees the beginning and the end of what others do."""
    app.extensions["metrics"] = Meters()
    app.before_request(_begin)
    app.after_request(_end)


def share(app: Flask, folder: Path) -> None:
    """From now on this process counts in a file of the folder, beside its siblings.

    For a process just forked, before its first request: nothing was counted yet.
    """
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder)
    values.ValueClass = values.MultiProcessValue()
    app.extensions["metrics"] = Meters(folder)


def answered(app: Flask, method: str, route: str, status: int, began: float) -> None:
    """An answer that was given before Flask was asked, by whoever stands in front of it."""
    _spent.began = began
    app.extensions["metrics"].note(route, method, status // 100, _spent)
    _spent.forget()


def _begin() -> None:
    _spent.forget()
    _spent.began = time.perf_counter()
    current_app.extensions["metrics"].sample()


def _end(response: Response) -> Response:
    meters = current_app.extensions["metrics"]
    status = min(response.status_code // 100, 5)
    if not is_unwatched():
        rule = request.url_rule
        method = request.method if request.method in METHODS else "other"
        meters.note(rule.rule if rule else NOWHERE, method, status, _spent)
    elif status == 5:
        meters.note(UNWATCHED, "other", status, _spent)
    meters.sample()
    _spent.forget()
    return response


@event.listens_for(Engine, "before_cursor_execute")
def _ask(*_: Any) -> None:
    _spent.asked = time.perf_counter()


@event.listens_for(Engine, "after_cursor_execute")
def _hear(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
    _spent.waited += time.perf_counter() - _spent.asked
    if not statement.startswith(NO_QUESTION):
        _spent.statements += 1
