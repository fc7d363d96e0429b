"""The figures of the house, read and added up."""

from datetime import datetime

from app.core import clock
from app.core.fragments import rows
from app.core.periods import Period
from app.core.stamps import stamps_of
from app.programme import queries
from app.programme.in_office import in_office
from app.programme.reckoning import Programme, reckon
from app.programme.tree import Tree


def until() -> datetime:
    """What is over by then counts: the last time the clock struck. Figures that are kept for an
    hour and the lists behind them say the same.
    """
    return clock.last_struck()


def programme(period: Period, unit: int | None = None) -> Programme:
    """Of that time and the same a year before: a handful of statements for any number of rows."""
    now_and_before = [in_office(time) for time in (period, period.before)]
    return reckon(
        period,
        Tree(queries.every_unit()),
        queries.cells(period, until(), unit),
        told=queries.told(period.year, unit),
        done=queries.ideas_done(period.year, unit),
        ambassadors=[[one.unit_id for one in people] for people in now_and_before],
        unit=unit,
    )


def kept(period: Period, unit: int | None = None) -> Programme:
    """The same, from the shelf while nothing that they count is written to, for an hour. It is the
    same for everybody; that they may read it, the caller has asked before.
    """
    key = (period, unit, until())
    stamps = stamps_of(*(queries.OF_A_UNIT if unit else queries.OF_THE_HOUSE))
    return rows("programme.figures", *key, read=lambda: programme(period, unit), by=stamps)
