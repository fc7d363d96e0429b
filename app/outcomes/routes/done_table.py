"""/outcomes/done/table: all that was done in a time, as a file."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.core.tables import download
from app.outcomes import queries
from app.outcomes.exporter import done_table
from app.outcomes.routes.asking import asked

bp = Blueprint("done_table", __name__, url_prefix="/done/table")


@bp.get("")
def show() -> ResponseReturnValue:
    """As `?as=csv` or `?as=xlsx`."""
    wanted, areas = asked()
    found = queries.every_done(wanted.period, areas.within(wanted.area))
    rows = list(done_table(queries.lines(found), areas))
    kind = request.args.get("as", "csv")
    return download(rows, name=f"done-{wanted.period.code}", kind=kind)
