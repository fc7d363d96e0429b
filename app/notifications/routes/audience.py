"""/notifications/audience: how many would hear of what is being written."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.core.access import reader
from app.core.db import HIGHEST
from app.core.hypermedia import view
from app.notifications.audience import counted

bp = Blueprint("audience", __name__, url_prefix="/notifications/audience")


@bp.get("")
def show() -> ResponseReturnValue:
    """Asked again as tags and place change; a number that is none is the whole house."""
    space = request.args.get("space", type=int)
    if space is not None and not 0 < space <= HIGHEST:
        space = None
    tags = request.args.get("tags", "")[:1000].split(",")
    part = "notifications/audience/_audience.html"
    people = counted(reader(), tags, space)
    return view("notifications/audience/show.html", part=part, people=people)
