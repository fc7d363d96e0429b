"""Which sittings a list shows, as its address says it: `?q=`, `?after=`."""

from datetime import date

from sqlalchemy import Row
from werkzeug.datastructures import MultiDict

from app.core.db import HIGHEST
from app.core.fields import line

LONGEST_QUESTION = 120  # characters


def words(args: MultiDict[str, str]) -> str:
    return line(args.get("q", ""))[:LONGEST_QUESTION]


def after(row: Row) -> str:
    """Where the page that follows this row begins."""
    return f"{row.held_on.isoformat()}~{row.id}"


def begun(args: MultiDict[str, str]) -> tuple[date, int] | None:
    """The day and the number of the last row of the page before; nothing where none is meant."""
    day, _, number = args.get("after", "").partition("~")
    try:
        return date.fromisoformat(day), min(max(int(number), 0), HIGHEST)
    except ValueError:
        return None
