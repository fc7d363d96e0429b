"""Where a page of things begins, as its address says it: `?before=`."""

from datetime import datetime
from typing import Any, NamedTuple

from app.core.db import HIGHEST

WRITTEN = "%Y%m%dT%H%M%S%f"


class After(NamedTuple):
    at: datetime
    kind: str
    number: int


NEWEST = After(datetime(9999, 1, 1), "", 0)


def read(before: str) -> After:
    """What nobody could have meant is the beginning."""
    moment, _, thing = before.partition("-")
    kind, _, number = thing.rpartition("-")
    try:
        begun = After(datetime.strptime(moment, WRITTEN), kind[:40], int(number))
    except ValueError:
        return NEWEST
    return begun if 0 <= begun.number <= HIGHEST else NEWEST


def after(row: Any) -> str:
    """Where the page that follows this row begins."""
    return f"{row.at.strftime(WRITTEN)}-{row.kind}-{row.number}"
