"""What the calendar shows, as its address says it: `?view=`, `?on=`, `?category=`, `?mine=`,
`?space=`. What nobody could have meant is not there.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from werkzeug.datastructures import MultiDict

from app.catalogue.categories import Category
from app.core.db import HIGHEST
from app.events import grid

EARLIEST = (datetime.min, 0)


class View(StrEnum):
    MONTH = "month"
    WEEK = "week"
    AGENDA = "agenda"
    DAY = "day"  # its month, with a list of that day


PAGED = (View.AGENDA, View.DAY)


@dataclass(frozen=True)
class Narrowing:
    on: date
    view: View = View.MONTH
    category: Category | None = None
    is_mine: bool = False
    space_id: int | None = None
    after: tuple[datetime, int] = EARLIEST  # the last date that was shown of a list

    @property
    def is_narrowed(self) -> bool:
        return self.is_mine or self.category is not None or self.space_id is not None

    @property
    def is_first(self) -> bool:
        return self.after == EARLIEST

    @property
    def days(self) -> list[date]:
        """Those that are drawn, one by one."""
        if self.view is View.WEEK:
            return grid.week_of(self.on)
        return [day for week in grid.month_of(self.on) for day in week]

    @property
    def anywhere(self) -> "Narrowing":
        """The same, whatever space it is in."""
        return replace(self, space_id=None)

    @property
    def in_address(self) -> dict[str, Any]:
        """For the address of the same view; `on` always, as tomorrow it is another day."""
        return {
            "view": self.view.value,
            "on": self.on.isoformat(),
            "category": self.category and self.category.value,
            "mine": 1 if self.is_mine else None,
            "space": self.space_id,
        }

    def turned(self, by: int) -> date | None:
        """The day that is shown a page before (-1) or after (1); none where calendars end."""
        if self.view is View.WEEK:
            day = self.on + grid.A_WEEK * by
        else:
            day = grid.months_on(self.on, by)
            day = day if self.view is View.AGENDA else day.replace(day=1)
        return day if grid.FIRST <= day <= grid.LAST else None


def read(args: MultiDict[str, str], today: date) -> Narrowing:
    space = args.get("space", type=int)
    view = args.get("view", View.MONTH, type=View)
    return Narrowing(
        on=_day(args.get("on", "")) or today,
        view=view,
        category=args.get("category", type=Category),
        is_mine=args.get("mine") == "1",
        space_id=space if space is not None and 0 < space <= HIGHEST else None,
        after=_begun(args) if view in PAGED else EARLIEST,
    )


def _day(said: str) -> date | None:
    try:
        day = date.fromisoformat(said)
    except ValueError:
        return None
    return day if grid.FIRST <= day <= grid.LAST else None


def _begun(args: MultiDict[str, str]) -> tuple[datetime, int]:
    try:
        after = datetime.fromisoformat(args.get("after", ""))
    except ValueError:
        return EARLIEST
    last = args.get("last", 0, type=int)
    return after.replace(tzinfo=None), last if 0 <= last <= HIGHEST else 0
