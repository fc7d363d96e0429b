"""/ideas/table/export: what the list shows, all of it, as a table that comes in again."""

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from app.core import clock
from app.core.access import authorize
from app.core.calendar import today
from app.core.tables import TYPES, download
from app.ideas import exporter, narrowing, policy, queries

bp = Blueprint("export", __name__, url_prefix="/table/export")


@bp.get("")
def show() -> ResponseReturnValue:
    """As `?as=csv` or `?as=xlsx`: the governance team's own three columns; or `?form=extended`."""
    kind, is_extended = request.args.get("as", "csv"), request.args.get("form") == "extended"
    if is_extended:
        authorize(policy.export_all)
    if kind not in TYPES:
        abort(404)
    asked = queries.wanted(narrowing.read(request.args), today())
    rows = exporter.extended(asked) if is_extended else exporter.own_table(asked)
    name = "ideas-extended" if is_extended else "ideas"
    return download(rows, name=f"{name}-{clock.now():%Y-%m-%d}", kind=kind)
