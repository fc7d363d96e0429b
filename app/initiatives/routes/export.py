"""/initiatives/export: what the list shows, all of it, as a table that comes in again."""

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from app.core import clock
from app.core.access import authorize, reader
from app.core.calendar import today
from app.core.tables import TYPES, download
from app.initiatives import exporter, policy
from app.initiatives.routes import listing

bp = Blueprint("export", __name__, url_prefix="/export")


@bp.get("")
def show() -> ResponseReturnValue:
    """As `?as=csv` or `?as=xlsx`."""
    authorize(policy.export)
    kind = request.args.get("as", "csv")
    if kind not in TYPES:
        abort(404)
    with_gone = policy.review_all(reader())
    rows = exporter.rows(listing.asked(), today(), with_gone=with_gone)
    return download(rows, name=f"initiatives-{clock.now():%Y-%m-%d}", kind=kind)
