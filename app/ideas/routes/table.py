"""/ideas/table: the same ideas as a list, and as a file."""

from collections.abc import Iterator

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue

from app.core import clock
from app.core.calendar import today
from app.core.freshness import reading
from app.core.hypermedia import view
from app.core.i18n import gettext, local
from app.core.tables import TYPES, Cell, download
from app.ideas import narrowing, queries, triage
from app.ideas.narrowing import Narrowing
from app.ideas.routes import board

bp = Blueprint("table", __name__, url_prefix="/table")


@bp.get("")
@reading
def index() -> ResponseReturnValue:
    wanted = narrowing.read(request.args)
    last = narrowing.begun(request.args.get("after", ""), wanted.order)
    asked = queries.wanted(wanted, today())
    found = queries.cards(asked, last, size=queries.LIST)
    counts = queries.counts(asked)
    older = found.more and url_for(
        "ideas.table.index",
        after=narrowing.after(found.rows[-1], wanted.order),
        **wanted.in_address,
    )
    return view(
        "ideas/table/index.html",
        part="ideas/table/_rows.html",
        page=found,
        older=older,
        is_first=last is None,
        total=counts[wanted.verdict] if wanted.verdict else sum(counts.values()),
        **board.filters(wanted),
    )


@bp.get("/export")
def show() -> ResponseReturnValue:
    """What the list shows, all of it, as `?as=csv` or `?as=xlsx`."""
    kind = request.args.get("as", "csv")
    if kind not in TYPES:
        abort(404)
    wanted = narrowing.read(request.args)
    return download(_lines(wanted), name=f"ideas-{clock.now():%Y-%m-%d}", kind=kind)


def _lines(wanted: Narrowing) -> Iterator[list[Cell]]:
    yield [
        triage.IDEA,
        triage.ANALYSE,
        triage.DESCRIPTION,
        gettext("Supporters"),
        gettext("Score"),
        gettext("Owner"),
        gettext("Author"),
        gettext("Proposed on"),
        gettext("In this state since"),
    ]
    for row in queries.whole(queries.wanted(wanted, today())):
        yield [
            row.title,
            triage.verdict(row),
            triage.description(row),
            row.supporters,
            row.score,
            row.owner or "",
            row.author,
            local(row.created_at).date(),
            local(row.since).date(),
        ]
