"""/outcomes: what became of the ideas of a year or a quarter, of all of them or of an area."""

from typing import Any

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.core.calendar import today
from app.core.fragments import lasting
from app.core.freshness import reading
from app.outcomes import picturing
from app.outcomes.counted import outcomes
from app.outcomes.routes.asking import asked

bp = Blueprint("overview", __name__)


@bp.get("")
@reading
def index() -> ResponseReturnValue:
    """The same for everybody: drawn once until something is decided, for a day."""
    wanted, areas = asked()

    def read() -> dict[str, Any]:
        return picturing.pictured(outcomes(wanted.period, areas, wanted.area))

    key = (wanted.period, wanted.area, today())
    figures = lasting("outcomes/overview/_figures.html", *key, read=read)
    return render_template("outcomes/overview/index.html", figures=figures)
