"""/ideas/<number>/supporters: everybody who stands behind an idea, by name."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.core.access import reader
from app.core.db import HIGHEST, load
from app.core.freshness import reading
from app.ideas import queries

bp = Blueprint("supporters", __name__, url_prefix="/<int:number>/supporters")


@bp.get("")
@reading
def index(number: int) -> ResponseReturnValue:
    idea = load(queries.visible_to(reader()), number)
    after = request.args.get("after", type=int)
    if after is not None and not 0 < after <= HIGHEST:
        after = None
    found = queries.supporters_by_name(idea.id, after=after)
    return render_template("ideas/supporters/index.html", idea=idea, page=found, after=after)
