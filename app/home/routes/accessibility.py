"""/accessibility: what one can count on, and what does not work yet."""

from datetime import datetime

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.core.access import public

REVIEWED = datetime(2026, 11, 25, 12)  # when somebody last held the statement against the pages

bp = Blueprint("accessibility", __name__, url_prefix="/accessibility")


@bp.get("")
@public
def show() -> ResponseReturnValue:
    return render_template("home/accessibility/show.html", reviewed=REVIEWED)
