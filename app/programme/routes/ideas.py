"""/programme/ideas: the ideas that ambassadors sponsor, and that are done."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.core.access import authorize, reader
from app.core.freshness import reading
from app.core.hypermedia import view
from app.programme import policy, queries
from app.programme.routes.listing import asked

bp = Blueprint("ideas", __name__, url_prefix="/ideas")


@bp.get("")
@reading
def index() -> ResponseReturnValue:
    authorize(policy.read_coverage)
    found = asked()
    return view(
        "programme/ideas/index.html",
        part="programme/ideas/_ideas.html",
        page=queries.ideas(reader(), found.wanted, found.after),
        **found.context,
    )
