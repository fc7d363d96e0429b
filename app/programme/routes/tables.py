"""/programme/tables/…: a table of the figures, as a file. It names nobody."""

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from app.core import periods
from app.core.access import authorize, reader
from app.core.calendar import today
from app.core.db import load
from app.core.tables import download
from app.programme import narrowing, policy, queries
from app.programme.counted import kept
from app.programme.exporter import TABLES

bp = Blueprint("tables", __name__, url_prefix="/tables/<name>")


@bp.get("")
def show(name: str) -> ResponseReturnValue:
    """As `?as=csv` or `?as=xlsx`, of the time and the unit that the page shows."""
    authorize(policy.read)
    table = TABLES.get(name) or abort(404)
    period, unit = periods.read(request.args, today()), narrowing.number(request.args, "unit")
    if unit:
        load(queries.visible_to(reader()), unit)
    rows = list(table(kept(period, unit)))
    return download(rows, name=f"{name}-{period.code}", kind=request.args.get("as", "csv"))
