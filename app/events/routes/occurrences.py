"""/events/on/<number>: one date of an event."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.events.routes import page

bp = Blueprint("occurrences", __name__, url_prefix="/on/<int:number>")


@bp.get("")
def show(number: int) -> ResponseReturnValue:
    """Never kept: what one may do changes with the minute in which it begins, opens or ends."""
    return page.shown(number)
