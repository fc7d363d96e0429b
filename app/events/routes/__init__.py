"""The routes of the events, one file per noun."""

from flask import Blueprint

from app.events.routes import (
    answer,
    approval,
    attendance,
    calendar,
    cancellation,
    certificate,
    checkin,
    drafts,
    events,
    feedback,
    minutes,
    move,
    occurrences,
    organisers,
    participants,
    people,
    photos,
    poster,
    registration,
    revisions,
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
    attendance,
    poster,
    checkin,
    minutes,
    revisions,
    photos,
    feedback,
    certificate,
    participants,
):
    bp.register_blueprint(noun.bp)
