"""/admin: where everything about running the house begins."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.admin import doors, policy, queries
from app.core.access import authorize, reader

bp = Blueprint("overview", __name__)


@bp.get("")
def index() -> ResponseReturnValue:
    authorize(policy.enter)
    whoever = reader()
    return render_template(
        "admin/overview/index.html",
        doors=[(door, door.waiting(whoever)) for door in doors.open_to(whoever)],
        is_alone=whoever.is_admin and queries.count(whoever) == 1,
    )
