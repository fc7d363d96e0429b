"""What GET /events shows: a month, a week, a day, or what is to come, the soonest first."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Row

from app.catalogue.categories import CATEGORIES, Category
from app.core import clock
from app.core.access import reader
from app.core.fragments import rows
from app.core.hypermedia import view, wants_part
from app.core.i18n import here_and_now, local, time_zone
from app.core.paging import Page
from app.events import grid, narrowing, periods, queries, wording
from app.events.grid import Day
from app.events.narrowing import Narrowing, View
from app.spaces import queries as spaces

OF_A_DAY = {View.MONTH: 3, View.DAY: 3, View.WEEK: 12}  # dates that are drawn
BELOW = 4  # dates under a month


@dataclass(frozen=True)
class Drawn:
    days: list[Day]
    is_cut: bool  # there is more than was looked at

    def __len__(self) -> int:
        """How many dates are kept of it."""
        return sum(len(day.shown) for day in self.days)


def index() -> ResponseReturnValue:
    today = local(clock.now()).date()
    wanted = narrowing.read(request.args, today)
    space = spaces.name_of(reader(), wanted.space_id) if wanted.space_id else None
    if space is None:
        wanted = wanted.anywhere
    listed = _list(wanted, today)
    if wants_part() and not wanted.is_first:
        return view("events/events/index.html", part="events/agenda/_dates.html", **listed)
    return view(
        "events/events/index.html",
        part="events/agenda/_agenda.html",
        wanted=wanted,
        today=today,
        title=periods.called(wanted, today),
        space=space,
        categories=CATEGORIES,
        periods=periods,
        way=_way(wanted),
        is_part=wants_part(),
        **listed,
        **_days(wanted),
        **_beside(),
    )


def _way(wanted: Narrowing) -> Callable[..., str]:
    def way(**other: Any) -> str:
        """The address of this page, but for something."""
        return url_for("events.events.index", **wanted.in_address | other)

    return way


def _list(wanted: Narrowing, today: Any) -> dict[str, Any]:
    """The dates that are listed, and where that goes on."""
    found = _listed(wanted, today)
    later = ""
    if found.more:
        last = found.rows[-1]
        begins = {"after": last.starts_at.isoformat(), "last": last.id}
        if wanted.view is View.MONTH:  # whoever goes on there has left the month
            begins |= {"view": View.AGENDA.value, "on": None}
        later = _way(wanted)(**begins)
    return {"page": found, "later": later, "wording": wording}


def _listed(wanted: Narrowing, today: Any) -> Page[Row]:
    if wanted.view is View.WEEK:
        return Page([], False)  # each of its days has its own
    if wanted.view is View.DAY:
        return queries.on_a_day(reader(), wanted, time_zone())
    if wanted.view is View.MONTH:
        return queries.coming(reader(), wanted, size=BELOW)
    since = None if wanted.on == today else grid.begins(wanted.on, time_zone())
    return queries.coming(reader(), wanted, since=since)


def _days(wanted: Narrowing) -> dict[str, Any]:
    """The days that are drawn, what goes on on each, and how the reader stands to it."""
    if wanted.view is View.AGENDA:
        return {"days": [], "marks": {}, "is_cut": False}
    most = OF_A_DAY[wanted.view]
    own = queries.of_theirs(reader(), wanted, time_zone())
    drawn = _drawn(wanted, own) if wanted.is_mine else _of_everybody(wanted)
    theirs = grid.on_days(own, wanted.days, time_zone())
    return {
        "days": grid.theirs_first(drawn.days, theirs, most),
        "marks": {one.id: one for one in own},
        "is_cut": drawn.is_cut,
    }


def _of_everybody(wanted: Narrowing) -> Drawn:
    """As all see it who are in the same circles: read once, until something is decided."""
    days, zone = wanted.days, time_zone()

    def read() -> Drawn:
        return _drawn(wanted, queries.of_everybody(reader(), wanted, zone))

    key = (days[0], days[-1], OF_A_DAY[wanted.view], wanted.category, wanted.space_id)
    return rows("events.days", *key, zone, reader().circles, read=read)


def _drawn(wanted: Narrowing, found: list[Row]) -> Drawn:
    filled = grid.on_days(found, wanted.days, time_zone())
    days = grid.cut(wanted.days, filled, OF_A_DAY[wanted.view])
    return Drawn(days, is_cut=len(found) == queries.MOST)


def _beside() -> dict[str, Any]:
    """What stands in the margin: how much is to come, and where they were last."""
    went = "said_yes_to_events" in reader().has
    return {
        "counts": rows("events.counts", here_and_now()[2:], reader().circles, read=_counts),
        "last": queries.last_of(reader()) if went else None,
    }


def _counts() -> list[tuple[Category, int]]:
    return list(queries.counts(reader()).items())
