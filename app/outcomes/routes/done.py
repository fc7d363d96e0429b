"""/outcomes/done: what was said, and what was done, a line for each idea that is done."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.core.freshness import reading
from app.core.hypermedia import view
from app.core.paging import begun
from app.outcomes import queries
from app.outcomes.picturing import spoken
from app.outcomes.routes.asking import asked

bp = Blueprint("done", __name__, url_prefix="/done")


@bp.get("")
@reading
def index() -> ResponseReturnValue:
    wanted, areas = asked()
    where = areas.within(wanted.area)
    page = queries.done_ideas(wanted.period, where, begun(request.args, "after", 0))
    return view(
        "outcomes/done/index.html",
        part="outcomes/done/_lines.html",
        lines=queries.lines(page.rows),
        more=page.more,
        total=queries.count_done(wanted.period, where),
        wanted=wanted,
        **spoken(areas),
    )
