"""/initiatives/<number>/milestones/<milestone>/reaching: it is behind us."""

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.initiatives import policy, queries
from app.initiatives.models import Milestone
from app.initiatives.routes import page

bp = Blueprint("reaching", __name__, url_prefix="/<int:number>/milestones/<int:milestone>/reaching")


@bp.post("")
def create(number: int, milestone: int) -> ResponseReturnValue:
    authorize(policy.work_on, load(queries.visible_to(reader()), number))
    with writing():
        _held(number, milestone).reach(by=me())
    return page.answered(number)


@bp.delete("")
def destroy(number: int, milestone: int) -> ResponseReturnValue:
    """It was ticked too early."""
    authorize(policy.work_on, load(queries.visible_to(reader()), number))
    with writing():
        _held(number, milestone).miss(by=me())
    return page.answered(number)


def _held(number: int, milestone: int) -> Milestone:
    initiative = load(queries.visible_to(me()), number)
    authorize(policy.work_on, initiative)
    return queries.milestone(initiative, milestone) or abort(404)
