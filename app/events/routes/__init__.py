"""The routes of the events, one file per noun."""

from flask import Blueprint

from app.events.routes import (
    answer,
    approval,
    calendar,
    cancellation,
    drafts,
    events,
    move,
    occurrences,
    organisers,
    people,
    registration,
)

bp = Blueprint("events", __name__, url_prefix="/events")
for noun in (
    events,
    drafts,
    cancellation,
    registration,
    organisers,
    occurrences,
    answer,
    approval,
    people,
    move,
    calendar,
):
    bp.register_blueprint(noun.bp)
