"""What every list behind a figure is asked for, and says of itself."""

from dataclasses import dataclass
from typing import Any

from flask import request

from app.catalogue.categories import CATEGORIES
from app.core.access import reader
from app.core.calendar import today
from app.core.db import load
from app.core.paging import begun
from app.people.models import Unit
from app.programme import links, narrowing, queries, wording
from app.programme.narrowing import Narrowing


@dataclass(frozen=True)
class Asked:
    wanted: Narrowing
    unit: Unit | None
    after: int  # the last row of the page before

    @property
    def context(self) -> dict[str, Any]:
        return {
            "wanted": self.wanted,
            "unit": self.unit,
            "after": self.after,
            "links": links,
            "wording": wording,
            "categories": CATEGORIES,
        }


def asked() -> Asked:
    wanted = narrowing.read(request.args, today())
    unit = load(queries.visible_to(reader()), wanted.unit_id) if wanted.unit_id else None
    return Asked(wanted, unit, begun(request.args, "after", 0))
