"""/admin/people/export: everybody whose account is open, in a table."""

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from app.arrivals import exporter, policy
from app.core import clock
from app.core.access import authorize, me
from app.core.db import writing
from app.core.tables import TYPES, download
from app.people.freshly import fresh

bp = Blueprint("people_export", __name__, url_prefix="/people/export")


@bp.get("")
@fresh
def show() -> ResponseReturnValue:
    """As `?as=csv` or `?as=xlsx`. That the list leaves the house is written down first."""
    authorize(policy.take_out)
    kind = request.args.get("as", "csv")
    if kind not in TYPES:
        abort(404)  # and nothing was taken out
    with writing(shown=False):
        authorize(policy.take_out)
        exporter.tell(me())
    return download(exporter.rows(), name=f"people-{clock.now():%Y-%m-%d}", kind=kind)
