"""Rows by quarters, in a statement: which of them each row falls into."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Integer, bindparam, case, literal_column

from app.core.calendar import midnight
from app.core.periods import QUARTERS, quarter_starts


def by_quarter(column: Any, kind: Any, years: int = 2) -> tuple[Any, list[Any]]:
    """Which quarter a row falls into, 0 the first of so many years; and that it falls into one.
    The statement is given `q0`, `q1`… as `starts_of` has them. They are written into it: a server
    that plans once for whatever years may come reckons with far too few rows.
    """
    starts = [
        bindparam(f"q{nth}", type_=kind, literal_execute=True) for nth in range(4 * years + 1)
    ]
    within = [column >= starts[0], column < starts[-1]]
    return _halved(column, starts, 0, len(starts) - 1), within


def _halved(column: Any, starts: list[Any], first: int, end: int) -> Any:
    """Before the middle or not, and so on: of eight quarters three are asked about for each row."""
    if end - first == 1:
        return literal_column(str(first), Integer)
    middle = (first + end) // 2
    earlier = _halved(column, starts, first, middle)
    return case((column < starts[middle], earlier), else_=_halved(column, starts, middle, end))


def starts_of(year: int, years: int = 2) -> dict[str, date]:
    return {f"q{nth}": day for nth, day in enumerate(quarter_starts(year, years))}


def walls_of(year: int, years: int = 2) -> dict[str, datetime]:
    """The same as midnights on a wall."""
    return {name: datetime.combine(day, time()) for name, day in starts_of(year, years).items()}


def midnights_of(year: int, years: int = 2) -> dict[str, datetime]:
    """The same as moments in which those days begin in the house."""
    return {name: midnight(day) for name, day in starts_of(year, years).items()}


def cell_of(nth: int, year: int, years: int = 2) -> tuple[int, int]:
    """The year and the quarter that `by_quarter` numbered so."""
    return year - years + 1 + nth // 4, QUARTERS[nth % 4]
