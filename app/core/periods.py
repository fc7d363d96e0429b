"""The time that figures and lists are about: a year, or a quarter of one, as an address says it:
`?year=2026`, `?quarter=2026Q3`.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from werkzeug.datastructures import MultiDict

from app.core.forms import YEARS
from app.core.i18n import gettext

PERIOD = re.compile(r"(?P<year>[0-9]{4})(?:Q(?P<quarter>[1-4]))?")
QUARTERS = (1, 2, 3, 4)


@dataclass(frozen=True)
class Period:
    year: int
    quarter: int = 0  # all of the year

    @property
    def first(self) -> date:
        return date(self.year, 3 * (self.quarter or 1) - 2, 1)

    @property
    def beyond(self) -> date:
        """The first day after it."""
        last = date(self.year, 3 * (self.quarter or 4), 28) + timedelta(days=4)
        return last.replace(day=1)

    @property
    def before(self) -> "Period":
        return Period(self.year - 1, self.quarter)

    @property
    def later(self) -> "Period":
        """The same a year after."""
        return Period(self.year + 1, self.quarter)

    @property
    def whole(self) -> "Period":
        return Period(self.year)

    @property
    def quarters(self) -> list["Period"]:
        """Its own; of a quarter that one."""
        return [Period(self.year, nth) for nth in QUARTERS if self.quarter in (0, nth)]

    @property
    def may_be_asked(self) -> bool:
        """Whether an address may say it."""
        return self.year in YEARS

    @property
    def code(self) -> str:
        return f"{self.year}Q{self.quarter}" if self.quarter else str(self.year)

    @property
    def in_address(self) -> dict[str, Any]:
        return {"quarter" if self.quarter else "year": self.code}

    @property
    def words(self) -> str:
        """«2026», «Trimestre 3 de 2026»."""
        if not self.quarter:
            return str(self.year)
        return gettext("Quarter %(quarter)s of %(year)s", quarter=self.quarter, year=self.year)

    @property
    def short(self) -> str:
        """«2026», «T3 2026»."""
        if not self.quarter:
            return str(self.year)
        return gettext("Q%(quarter)s %(year)s", quarter=self.quarter, year=self.year)

    def holds(self, year: int, quarter: int) -> bool:
        return self.year == year and self.quarter in (0, quarter)


def asked(args: MultiDict[str, str]) -> Period | None:
    """What an address asks for; nothing where nobody could have meant it."""
    found = PERIOD.fullmatch(args.get("quarter") or args.get("year") or "")
    if found is None or int(found["year"]) not in YEARS:
        return None
    return Period(int(found["year"]), int(found["quarter"] or 0))


def read(args: MultiDict[str, str], today: date) -> Period:
    """The same, and else this year."""
    return asked(args) or Period(today.year)


def quarter_starts(year: int, years: int = 2) -> list[date]:
    """The first day of each quarter of so many years, the last of which is `year`; and the first
    day after them all.
    """
    first = year - years + 1
    days = [Period(one, nth).first for one in range(first, year + 1) for nth in QUARTERS]
    return [*days, date(year + 1, 1, 1)]
