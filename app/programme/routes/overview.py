"""/programme: the figures of a year or a quarter, of the house or of a unit."""

from typing import Any

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.core import periods
from app.core.access import authorize, reader
from app.core.calendar import today
from app.core.db import load
from app.core.fragments import lasting
from app.core.freshness import reading
from app.programme import narrowing, picturing, policy, queries
from app.programme.counted import programme, stand_by, until
from app.programme.dossiers import is_there_one

bp = Blueprint("overview", __name__)


@bp.get("")
@reading
def index() -> ResponseReturnValue:
    """The same for all who may read it: drawn once until something they count is written to, for an
    hour.
    """
    authorize(policy.read)
    period, unit = periods.read(request.args, today()), narrowing.number(request.args, "unit")
    if unit:
        load(queries.visible_to(reader()), unit)

    def read() -> dict[str, Any]:
        return picturing.pictured(programme(period, unit))

    key = (period, unit, until())
    figures = lasting("programme/overview/_figures.html", *key, read=read, by=stand_by(unit))
    has_dossier = is_there_one(reader())
    return render_template(
        "programme/overview/index.html", figures=figures, has_dossier=has_dossier
    )
