"""How long a page takes as one finds it, and just after something was decided: that is no
business of the page, or that it is made of.
"""

import gc
import time
from collections.abc import Callable
from statistics import median
from typing import Any

from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import event

from app import create_app
from app.core import clock
from app.core.db import NO_QUESTION, db, writing
from bench.signed_in import signed_in

TIMES, WARM = 200, 5  # of a hundred, the slowest would be called p99


def measured(ask: Callable[[], Any], before: Callable[[], None]) -> tuple[list[float], float]:
    """Milliseconds each time, the shortest first; and of CPU, the middle one."""
    took, worked = [], []
    for nth in range(WARM + TIMES):
        before()
        began, busy = time.perf_counter(), time.thread_time()
        ask()
        if nth >= WARM:
            took.append((time.perf_counter() - began) * 1000)
            worked.append((time.thread_time() - busy) * 1000)
    return sorted(took), median(worked)


Decisions = dict[str, Callable[[], None]]  # by what they are called; each is called in `writing()`

NEW: Decisions = {"new": lambda: None}  # nothing of the page was written to


def told(app: Flask, path: str, cookie: str, asked: list[str], decisions: Decisions = NEW) -> None:
    """A line for the page as it is kept, and one for it made anew after each of the decisions.
    `asked` is filled from outside with the statements of a request.
    """
    client, headers = app.test_client(use_cookies=False), {"Cookie": cookie}

    def after(decide: Callable[[], None]) -> Callable[[], None]:
        def decided() -> None:
            with app.app_context(), writing():
                decide()

        return decided

    each = {name: after(decide) for name, decide in decisions.items()}
    for called, before in ({"kept": lambda: None} | each).items():
        sizes = {0}

        def ask(sizes: set[int] = sizes) -> None:
            asked.clear()
            answer = client.get(path, headers=headers)
            assert answer.status_code == 200
            sizes.add(len(answer.data))

        took, worked = measured(ask, before)
        print(
            f"{path:<56} {called:<11} p50 {took[len(took) // 2]:6.1f} ms,"
            f" p99 {took[int(len(took) * 0.99)]:6.1f} ms, CPU {worked:5.1f} ms,"
            f" {len(asked)} queries, {max(sizes) / 1024:.0f} KB",
            flush=True,
        )


def ask_all(
    plant: Callable[[], None],
    pages: Callable[[int], list[str]],
    decisions: Decisions = NEW,
) -> None:
    """A house at DATABASE_URL, which `plant` fills, and lines for each page of this year, read by
    the first person.
    """
    app = create_app()
    with app.test_request_context():
        upgrade()
        plant()
        [(cookie, _)] = signed_in(app, [1])
        db.session.remove()
    asked: list[str] = []
    with app.app_context():
        engine = db.engine

    def note(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        if not statement.startswith(NO_QUESTION):
            asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    gc.collect()
    gc.freeze()  # what planting left behind is in no server that answers
    for path in pages(clock.now().year):
        told(app, path, cookie, asked, decisions)
