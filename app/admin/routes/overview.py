"""/admin: where everything about running the house begins."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.admin import doors, policy
from app.core.access import authorize, reader

bp = Blueprint("overview", __name__)


@bp.get("")
def index() -> ResponseReturnValue:
    authorize(policy.enter)
    return render_template("admin/overview/index.html", doors=doors.open_to(reader()))
