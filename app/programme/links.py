"""Where the list behind a figure is."""

from typing import Any

from flask import url_for

from app.core.forms import YEARS
from app.core.periods import Period


def is_told(year: int) -> bool:
    """Whether an address may ask for it."""
    return year in YEARS


def beside(year: int, this_year: int) -> list[int]:
    """The years after it and before it that may be asked for; none is told that is to come."""
    return [one for one in (year + 1, year - 1) if is_told(one) and one <= this_year]


def figures(period: Period, unit: int | None = None) -> str:
    return url_for("programme.overview.index", **period.in_address, unit=unit)


def events(period: Period, **narrowed: Any) -> str:
    return url_for("programme.events.index", **period.in_address, **_said(narrowed))


def initiatives(period: Period, **narrowed: Any) -> str:
    said = {**period.in_address, **_said(narrowed), "counted": 1}
    return url_for("initiatives.initiatives.index", **said)


def initiative(number: int) -> str:
    return url_for("initiatives.initiatives.show", number=number)


def changes(period: Period, **narrowed: Any) -> str:
    return url_for("programme.changes.index", **period.in_address, **_said(narrowed))


def ideas(period: Period, **narrowed: Any) -> str:
    return url_for("programme.ideas.index", **period.in_address, **_said(narrowed))


def ambassadors(period: Period, **narrowed: Any) -> str:
    return url_for("programme.people.index", **period.in_address, **_said(narrowed))


def behind(measure: str, period: Period, **narrowed: Any) -> str:
    """The list that a measure of a table is made of; hours and people are made of dates and of
    initiatives, and the page of the dates says how much of it are those.
    """
    return (initiatives if measure == "initiatives" else events)(period, **narrowed)


def dossier(whose: int, year: int, section: str) -> str:
    """A list in what one person did."""
    return url_for("programme.people.show", number=whose, year=year, _anchor=f"{section}-title")


def quarter(time: Period, of: Period) -> Period:
    """That quarter, in the year of a time."""
    return Period(time.year, of.quarter)


def _said(narrowed: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in narrowed.items() if value is not None}
