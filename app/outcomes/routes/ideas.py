"""/outcomes/ideas: the ideas that a figure is made of, by when they were proposed."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.core.freshness import reading
from app.core.hypermedia import view
from app.core.paging import begun
from app.outcomes import queries
from app.outcomes.picturing import spoken
from app.outcomes.routes.asking import asked

bp = Blueprint("ideas", __name__, url_prefix="/ideas")


@bp.get("")
@reading
def index() -> ResponseReturnValue:
    wanted, areas = asked()
    return view(
        "outcomes/ideas/index.html",
        part="outcomes/ideas/_ideas.html",
        page=queries.ideas(wanted, areas, begun(request.args, "after", 0)),
        total=queries.count(wanted, areas),
        wanted=wanted,
        **spoken(areas),
    )
