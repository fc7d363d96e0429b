"""/programme/coverage: where no ambassador is, or none did anything, or nobody was thanked."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.core.access import authorize, reader
from app.core.freshness import reading
from app.core.hypermedia import view
from app.programme import covering, narrowing, policy
from app.programme.dossiers import is_there_one

bp = Blueprint("coverage", __name__, url_prefix="/coverage")

PAGE = 60  # units


@bp.get("")
@reading
def index() -> ResponseReturnValue:
    """The tree, `?open=`ed down to a unit; or `?missing=1`, only where something is."""
    authorize(policy.read_coverage)
    tree, found = covering.coverage()
    is_missing = request.args.get("missing") == "1"
    number = narrowing.number(request.args, "open")
    lines = covering.lacking(tree, found) if is_missing else covering.opened(tree, found, number)
    after = narrowing.number(request.args, "after")
    shown, more = covering.after(lines, after, PAGE)
    return view(
        "programme/coverage/index.html",
        part="programme/coverage/_grid.html",
        lines=shown,
        more=more,
        after=after,
        is_missing=is_missing,
        opened=number,
        open_ones={tree.above.get(line.unit.id) for line in lines},
        above=tree.above,
        whole=covering.whole(tree),
        gaps=sum(line.lacks for line in found.values()),
        units=len(found),
        lately=covering.LATELY,
        has_dossier=is_there_one(reader()),
    )
