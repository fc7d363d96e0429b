"""/committee/export: the sittings that are over, side by side, as a file."""

from collections.abc import Iterator

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from app.committee import policy, queries
from app.core import clock
from app.core.access import authorize, reader
from app.core.i18n import gettext
from app.core.tables import TYPES, Cell, download
from app.ideas.models import DECIDED, Verdict
from app.ideas.wording import VERDICTS

bp = Blueprint("export", __name__, url_prefix="/export")
ORDER = [one for one in Verdict if one in DECIDED]


@bp.get("")
def show() -> ResponseReturnValue:
    """As `?as=csv` or `?as=xlsx`."""
    authorize(policy.call)
    kind = request.args.get("as", "csv")
    if kind not in TYPES:
        abort(404)
    return download(_lines(), name=f"sittings-{clock.now():%Y-%m-%d}", kind=kind)


def _lines() -> Iterator[list[Cell]]:
    yield [
        gettext("Triage session"),
        gettext("Day"),
        gettext("In attendance"),
        gettext("Quorum"),
        gettext("Ideas"),
        *(gettext(VERDICTS[one]) for one in ORDER),
        gettext("Asked for a detail"),
        gettext("Parked for another session"),
        gettext("Minutes for each idea"),
    ]
    for row in queries.all_held(reader()):
        yield [
            row.title,
            row.held_on,
            row.present,
            row.quorum,
            row.ideas or 0,
            *(getattr(row, one.name.lower()) or 0 for one in ORDER),
            row.asked or 0,
            row.parked or 0,
            round(row.seconds / row.seen / 60, 1) if row.seen else None,
        ]
