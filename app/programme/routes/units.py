"""/programme/units/<number>: what was done in a unit and in what is part of it."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.core import periods
from app.core.access import authorize, reader
from app.core.calendar import today
from app.core.db import load
from app.core.freshness import reading
from app.programme import policy, queries
from app.programme.dossiers import of_unit

bp = Blueprint("units", __name__, url_prefix="/units")


@bp.get("/<int:number>")
@reading
def show(number: int) -> ResponseReturnValue:
    authorize(policy.read_coverage)
    unit = load(queries.visible_to(reader()), number)
    year = periods.read(request.args, today()).whole
    return render_template("programme/units/show.html", **of_unit(reader(), unit, year))
