"""/events/drafts: the events somebody began and has not announced."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.core.access import reader
from app.drafts import queries
from app.drafts.continuing import address

bp = Blueprint("drafts", __name__, url_prefix="/drafts")


@bp.get("")
def index() -> ResponseReturnValue:
    drafts = queries.unfinished(reader(), "event")
    return render_template("events/drafts/index.html", drafts=drafts, address=address)
