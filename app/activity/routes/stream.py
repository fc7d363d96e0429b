"""/activity: what has happened, the latest first."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.activity import telling
from app.activity.queries import NEWEST
from app.core.access import reader
from app.core.freshness import reading
from app.core.hypermedia import wants_part
from app.core.paging import begun

bp = Blueprint("stream", __name__)


@bp.get("")
@reading
def index() -> ResponseReturnValue:
    """From `before` back; a number that is none begins at the latest."""
    before = begun(request.args, "before", NEWEST)
    space = begun(request.args, "space", 0) or None
    stream = telling.stream(reader(), before=before, space=space)
    if wants_part():
        return stream.html
    return render_template("activity/stream/index.html", stream=stream, is_first=before >= NEWEST)
