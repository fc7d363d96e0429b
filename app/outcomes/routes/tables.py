"""/outcomes/tables/…: a table of the figures, as a file. It names nobody."""

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from app.core.tables import download
from app.outcomes.counted import kept
from app.outcomes.exporter import TABLES
from app.outcomes.routes.asking import asked

bp = Blueprint("tables", __name__, url_prefix="/tables/<name>")


@bp.get("")
def show(name: str) -> ResponseReturnValue:
    """As `?as=csv` or `?as=xlsx`, of the time and the area that the page shows."""
    table = TABLES.get(name) or abort(404)
    wanted, areas = asked()
    rows = list(table(kept(wanted.period, areas, wanted.area)))
    kind = request.args.get("as", "csv")
    return download(rows, name=f"{name}-{wanted.period.code}", kind=kind)
