"""/initiatives/export: what the list shows, all of it, as a table."""

from collections.abc import Iterator

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from app.catalogue.categories import category_of
from app.core import clock
from app.core.access import authorize
from app.core.calendar import today
from app.core.i18n import gettext
from app.core.tables import TYPES, Cell, download
from app.initiatives import narrowing, policy, queries
from app.initiatives.narrowing import Narrowing

bp = Blueprint("export", __name__, url_prefix="/export")


@bp.get("")
def show() -> ResponseReturnValue:
    """As `?as=csv` or `?as=xlsx`."""
    authorize(policy.export)
    kind = request.args.get("as", "csv")
    if kind not in TYPES:
        abort(404)
    wanted = narrowing.read(request.args)
    return download(_lines(wanted), name=f"initiatives-{clock.now():%Y-%m-%d}", kind=kind)


def _lines(wanted: Narrowing) -> Iterator[list[Cell]]:
    yield [
        gettext("Initiative"),
        gettext("Category"),
        gettext("First day"),
        gettext("Last day"),
        gettext("Hours of work"),
        gettext("People reached"),
        gettext("What came of it"),
        gettext("Unit"),
        gettext("Owner"),
    ]
    for row in queries.all_of(wanted, today()):
        yield [
            row.title,
            category_of(row),
            row.starts_on,
            row.ends_on,
            row.hours,
            row.reached,
            row.result,
            row.unit or "",
            row.owner,
        ]
