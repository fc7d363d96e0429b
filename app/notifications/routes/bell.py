"""/notifications/bell: how much is unread, for whoever leaves a page open."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.core.access import reader
from app.core.freshness import reading

bp = Blueprint("bell", __name__, url_prefix="/notifications/bell")


@bp.get("")
@reading
def show() -> ResponseReturnValue:
    return render_template("notifications/bell/show.html", unread=reader().count("notifications"))
