"""/programme/changes: what was told thirty and ninety days after the end."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.core.access import authorize
from app.core.freshness import reading
from app.core.hypermedia import view
from app.programme import policy, queries
from app.programme.routes.listing import asked

bp = Blueprint("changes", __name__, url_prefix="/changes")


@bp.get("")
@reading
def index() -> ResponseReturnValue:
    authorize(policy.read_coverage)
    found = asked()
    return view(
        "programme/changes/index.html",
        part="programme/changes/_changes.html",
        page=queries.changes(found.wanted, found.after),
        **found.context,
    )
