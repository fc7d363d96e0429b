"""/events/on/<number>: one date of an event."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.core.freshness import reading
from app.events.routes import page

bp = Blueprint("occurrences", __name__, url_prefix="/on/<int:number>")


@bp.get("")
@reading
def show(number: int) -> ResponseReturnValue:
    return page.shown(number)
