"""The routes of the committee, one file per noun."""

from flask import Blueprint

from app.committee.routes import (
    agenda,
    article,
    attendance,
    chair,
    closing,
    decision,
    export,
    live,
    minutes,
    opening,
    question,
    sittings,
    table,
    turn,
)

bp = Blueprint("committee", __name__, url_prefix="/committee")
for noun in (
    sittings,
    export,
    agenda,
    attendance,
    opening,
    chair,
    table,
    live,
    decision,
    question,
    turn,
    closing,
    minutes,
    article,
):
    bp.register_blueprint(noun.bp)
