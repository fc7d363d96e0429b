"""/ideas/table: the same ideas as a list."""

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from app.core.calendar import today
from app.core.freshness import reading
from app.core.hypermedia import view
from app.ideas import narrowing, queries
from app.ideas.routes import above, board

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
        **above.views(wanted),
    )
