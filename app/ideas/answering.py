"""Whether ideas are answered in time, said honestly: with how many, and with what chance allows."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from math import sqrt
from statistics import median
from typing import NamedTuple

Z = 1.959964  # of 95 %
FEWEST = 5  # ideas of which one may speak in parts of a hundred
MONTHS = 12


class Wait(NamedTuple):
    """One idea: for how many working days it waited, and whether that was within the promise."""

    days: int
    in_time: bool
    month: date | None  # of its answer, on the first; nothing where it waits still


class Month(NamedTuple):
    first: date | None  # nothing is today: what waits still
    in_time: int
    late: int

    @property
    def n(self) -> int:
        return self.in_time + self.late

    @property
    def moment(self) -> datetime | None:
        """In the middle of it, whatever the clock of whoever reads its name."""
        return datetime.combine(self.first.replace(day=15), time(12)) if self.first else None


class Kept(NamedTuple):
    """How well the promise was kept."""

    n: int
    in_time: int
    low: float  # the share lies between these, as far as chance goes
    high: float
    days: float | None  # until the answer, for half of them
    at_least: bool  # for whoever is in the middle waits still

    @property
    def share(self) -> float:
        return self.in_time / self.n

    @property
    def is_enough(self) -> bool:
        return self.n >= FEWEST


def wilson(some: int, n: int) -> tuple[float, float]:
    """Between which two shares the true one lies, 95 times in 100 (Wilson, 1927)."""
    if not n:
        return 0.0, 1.0
    share, square = some / n, Z * Z
    middle = share + square / (2 * n)
    half = Z * sqrt(share * (1 - share) / n + square / (4 * n * n))
    below = 1 + square / n
    # Exactly where nothing is beyond: a computer would stay a hair short of it.
    low = (middle - half) / below if some else 0.0
    return low, (middle + half) / below if some < n else 1.0


def kept(waits: Sequence[Wait]) -> Kept:
    n, in_time = len(waits), sum(wait.in_time for wait in waits)
    low, high = wilson(in_time, n)
    days = median(wait.days for wait in waits) if waits else None
    # What waits still will have waited for longer: the middle is as true as those up to it.
    still = any(wait.month is None and days is not None and wait.days <= days for wait in waits)
    return Kept(n, in_time, low, high, days, still)


def by_month(waits: Iterable[Wait], today: date) -> list[Month]:
    """The months since `began`, each with what was answered in it, and at last what waits still."""
    first, rows = began(today), {}
    for ahead in range(MONTHS):
        years, month = divmod(first.month - 1 + ahead, 12)
        day = date(first.year + years, month + 1, 1)
        rows[day] = Month(day, 0, 0)
    still = Month(None, 0, 0)
    for wait in waits:
        if wait.month is None:
            still = _with(still, wait)
        elif wait.month in rows:
            rows[wait.month] = _with(rows[wait.month], wait)
    return [*rows.values(), still]


def began(today: date) -> date:
    """The first of the twelve months that end with this one."""
    return date(today.year - 1, today.month + 1, 1) if today.month < 12 else date(today.year, 1, 1)


def _with(month: Month, wait: Wait) -> Month:
    if wait.in_time:
        return month._replace(in_time=month.in_time + 1)
    return month._replace(late=month.late + 1)
