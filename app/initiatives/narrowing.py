"""Which initiatives a list shows, as its address says it: `?q=`, `?category=`, `?unit=` (with what
is below it), `?owner=`, `?state=`, `?review=`, `?year=2026` or `?quarter=2026Q3`, `?counted=1`.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import Row
from werkzeug.datastructures import MultiDict

from app.catalogue.categories import Category
from app.core import periods
from app.core.db import HIGHEST
from app.core.fields import line
from app.core.periods import Period
from app.initiatives.models import Review

LONGEST_QUESTION = 200  # characters


class State(StrEnum):
    RUNNING = "running"
    ENDED = "ended"
    UNANSWERED = "unanswered"  # it was asked what has changed, and nobody has said


class After(NamedTuple):
    """The last row of the page before: when it began, and its number."""

    starts_on: date
    number: int


@dataclass(frozen=True)
class Narrowing:
    words: str = ""
    category: Category | None = None
    unit_id: int | None = None
    owner_id: int | None = None
    state: State | None = None
    review: Review | None = None
    period: Period | None = None
    is_counted: bool = False  # only what the figures of the programme know of

    @property
    def is_narrowed(self) -> bool:
        return self != Narrowing()

    @property
    def in_address(self) -> dict[str, Any]:
        """For the address of another page of the same initiatives."""
        said = {
            "q": self.words or None,
            "category": self.category and self.category.value,
            "unit": self.unit_id,
            "owner": self.owner_id,
            "state": self.state and self.state.value,
            "review": self.review and self.review.value,
            **(self.period.in_address if self.period else {}),
            "counted": 1 if self.is_counted else None,
        }
        return {name: value for name, value in said.items() if value is not None}

    def with_(self, **changed: Any) -> "Narrowing":
        return replace(self, **changed)


def read(args: MultiDict[str, str]) -> Narrowing:
    """What an address asks for. What nobody could have meant is not there."""
    return Narrowing(
        words=line(args.get("q", ""))[:LONGEST_QUESTION],
        category=args.get("category", type=Category),
        unit_id=_number(args, "unit"),
        owner_id=_number(args, "owner"),
        state=args.get("state", type=State),
        review=args.get("review", type=Review),
        period=periods.asked(args),
        is_counted=args.get("counted") == "1",
    )


def after(row: Row) -> str:
    """Where the page that follows this row begins."""
    return f"{row.starts_on.isoformat()}~{row.id}"


def begun(said: str) -> After | None:
    day, _, number = said.partition("~")
    try:
        return After(date.fromisoformat(day), min(max(int(number), 0), HIGHEST))
    except (ValueError, OverflowError):
        return None


def _number(args: MultiDict[str, str], name: str) -> int | None:
    number = args.get(name, type=int)
    return number if number is not None and 1 <= number <= HIGHEST else None
