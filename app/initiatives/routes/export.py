"""/initiatives/export: what the list shows, all of it, as a table that comes in again."""

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from app.core import clock
from app.core.access import authorize
from app.core.calendar import today
from app.core.tables import TYPES, download
from app.initiatives import exporter, narrowing, policy

bp = Blueprint("export", __name__, url_prefix="/export")


@bp.get("")
def show() -> ResponseReturnValue:
    """As `?as=csv` or `?as=xlsx`."""
    authorize(policy.export)
    kind = request.args.get("as", "csv")
    if kind not in TYPES:
        abort(404)
    rows = exporter.rows(narrowing.read(request.args), today())
    return download(rows, name=f"initiatives-{clock.now():%Y-%m-%d}", kind=kind)
