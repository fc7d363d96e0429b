"""What the lists behind the figures are narrowed to, as an address says it: `?year=` or
`?quarter=`, `?category=`, `?unit=` (with what is part of it), `?outcome=`, `?days=`. What nobody
could have meant is not there.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from werkzeug.datastructures import MultiDict

from app.catalogue.categories import Category
from app.core import periods
from app.core.db import HIGHEST
from app.core.periods import Period
from app.initiatives.models import AFTER, Outcome


@dataclass(frozen=True)
class Narrowing:
    period: Period
    category: Category | None = None
    unit_id: int | None = None
    outcome: Outcome | None = None
    days: int | None = None  # after the end, when it was told

    @property
    def in_address(self) -> dict[str, Any]:
        return {
            **self.period.in_address,
            "category": self.category and self.category.value,
            "unit": self.unit_id,
            "outcome": self.outcome and self.outcome.value,
            "days": self.days,
        }


def read(args: MultiDict[str, str], today: date) -> Narrowing:
    days = args.get("days", type=int)
    return Narrowing(
        period=periods.read(args, today),
        category=args.get("category", type=Category),
        unit_id=number(args, "unit"),
        outcome=args.get("outcome", type=Outcome),
        days=days if days in AFTER else None,
    )


def number(args: MultiDict[str, str], name: str) -> int | None:
    found = args.get(name, type=int)
    return found if found is not None and 1 <= found <= HIGHEST else None
