"""/activity/followed: what has happened in what one follows, the latest first."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.activity import telling
from app.activity.queries import NEWEST
from app.core.access import reader
from app.core.hypermedia import wants_part
from app.core.paging import begun

bp = Blueprint("followed", __name__, url_prefix="/followed")


@bp.get("")
def index() -> ResponseReturnValue:
    """Never kept: the worker says a moment later where a line is heard, and decides nothing."""
    before = begun(request.args, "before", NEWEST)
    stream = telling.followed(reader(), before=before)
    if wants_part():
        return stream.html
    return render_template("activity/followed/index.html", stream=stream, is_first=before >= NEWEST)
