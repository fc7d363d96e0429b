"""The figures, read and added up."""

from app.core.calendar import today
from app.core.fragments import rows
from app.core.periods import Period
from app.ideas.calendar import promised
from app.outcomes import queries
from app.outcomes.queries import Areas
from app.outcomes.reckoning import Outcomes, reckon


def outcomes(period: Period, areas: Areas, area: int | None = None) -> Outcomes:
    """Of that time and the same a year before: a handful of statements for any number of ideas."""
    where = areas.within(area)
    return reckon(
        period,
        areas,
        queries.cells(period, where),
        queries.waiting(period, promised(), today(), where),
        queries.done(period, where),
        area=area,
    )


def kept(period: Period, areas: Areas, area: int | None = None) -> Outcomes:
    """The same, from the shelf while nothing has been decided, for a day."""
    return rows(
        "outcomes.figures", period, area, today(), read=lambda: outcomes(period, areas, area)
    )
