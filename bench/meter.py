"""What a request costs inside its process: told by a header, in the bench alone."""

import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

HEADER = "X-Bench"  # "<nanoseconds of CPU this process has used> <queries of this answer>"

_asked = threading.local()


class Meter:
    """The clock is the whole process's: two answers tell what came between, server included."""

    def __init__(self, wsgi_app: Callable) -> None:
        self.wsgi_app = wsgi_app

    def __call__(self, environ: dict[str, Any], start_response: Callable) -> Iterable[bytes]:
        _asked.queries = 0

        def start(status: str, headers: list[tuple[str, str]], *error: Any) -> Any:
            told = f"{time.process_time_ns()} {_asked.queries}"
            return start_response(status, [*headers, (HEADER, told)], *error)

        return self.wsgi_app(environ, start)


@event.listens_for(Engine, "before_cursor_execute")
def _count(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
    if not statement.startswith(("BEGIN", "PRAGMA")):
        _asked.queries = getattr(_asked, "queries", 0) + 1
