"""/events/on/<number>/certificate: that somebody was there, on paper, for themselves alone."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from app.core.access import reader
from app.core.db import load
from app.events import queries, wording

bp = Blueprint("certificate", __name__, url_prefix="/on/<int:number>/certificate")


@bp.get("")
def show(number: int) -> ResponseReturnValue:
    """Once it is over, for whoever was counted. For anybody else there is none."""
    occurrence = load(queries.with_event(reader()), number)
    given = queries.attendance_of(reader().id, number)
    if given is None or not occurrence.is_over or occurrence.is_off:
        abort(404)
    return render_template(
        "events/certificate/show.html",
        event=occurrence.event,
        occurrence=occurrence,
        wording=wording,
    )
