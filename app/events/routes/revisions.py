"""/events/on/<number>/minutes/revisions: what the minutes said before, and what changed since."""

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from app.core import differences
from app.core.access import authorize, reader
from app.core.db import HIGHEST, load
from app.core.paging import begun
from app.events import policy, queries, wording
from app.events.models import Minutes, Occurrence

bp = Blueprint("revisions", __name__, url_prefix="/on/<int:number>/minutes/revisions")


@bp.get("")
def index(number: int) -> ResponseReturnValue:
    occurrence, minutes = _seen(number)
    return render_template(
        "events/minutes/revisions.html",
        event=occurrence.event,
        occurrence=occurrence,
        minutes=minutes,
        page=queries.minutes_revisions(minutes, before=begun(request.args, "before", HIGHEST)),
        wording=wording,
    )


@bp.get("/<int:revision>")
def show(number: int, revision: int) -> ResponseReturnValue:
    """What it changed."""
    occurrence, minutes = _seen(number)
    shown = queries.minutes_revision(minutes, revision) or abort(404)
    before = queries.minutes_revision(minutes, revision - 1)
    paragraphs = differences.between(before.text if before else "", shown.text)
    return render_template(
        "events/minutes/revision.html",
        event=occurrence.event,
        occurrence=occurrence,
        minutes=minutes,
        revision=shown,
        before=before,
        changed=differences.between_lines(before.changed if before else "", shown.changed),
        paragraphs=differences.shortened(paragraphs),
    )


def _seen(number: int) -> tuple[Occurrence, Minutes]:
    occurrence = load(queries.with_event(reader()), number)
    authorize(policy.look_back, occurrence)
    return occurrence, queries.minutes_of(number) or abort(404)
