"""Where the list behind a figure is."""

from typing import Any

from flask import url_for

from app.core.periods import Period


def figures(period: Period, area: int | None = None) -> str:
    return url_for("outcomes.overview.index", **period.in_address, area=area)


def ideas(period: Period, **narrowed: Any) -> str:
    """Proposed in that time."""
    return url_for("outcomes.ideas.index", **period.in_address, **narrowed)


def done(period: Period, area: int | None = None) -> str:
    return url_for("outcomes.done.index", **period.in_address, area=area)


def idea(number: int) -> str:
    return url_for("ideas.ideas.show", number=number)


def initiative(number: int) -> str:
    return url_for("initiatives.initiatives.show", number=number)


def quarter(time: Period, of: Period) -> Period:
    """That quarter, in the year of a time."""
    return Period(time.year, of.quarter)
