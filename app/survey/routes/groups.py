"""/survey/waves/…/groups: what a wave found in one group of it."""

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from app.core.access import reader
from app.core.db import load
from app.survey import queries
from app.survey.results import reachable
from app.survey.routes import results

bp = Blueprint("groups", __name__, url_prefix="/waves/<int:number>/groups")


@bp.get("/<int:group>")
def show(number: int, group: int) -> ResponseReturnValue:
    """HR looks at any of them, everybody else at what is nearest to their own unit."""
    wave = load(queries.with_results(reader()), number)
    line = reachable(reader(), wave, group)
    if not line:
        abort(404)
    return results.shown(wave, line)
