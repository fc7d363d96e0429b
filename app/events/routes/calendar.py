"""/events/<number>/calendar.ics and /events/on/<number>/calendar.ics: a file for one's calendar."""

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from app.core.access import reader
from app.core.db import load
from app.core.fields import slug
from app.core.freshness import reading
from app.events import queries
from app.events.ical import MIME, writing

bp = Blueprint("calendar", __name__)


@bp.get("/<int:number>/calendar.ics")
@reading
def show(number: int) -> ResponseReturnValue:
    """All of it."""
    event = load(queries.whole(reader()), number)
    return _file(writing.document([event]), event.title)


@bp.get("/on/<int:number>/calendar.ics")
@reading
def show_date(number: int) -> ResponseReturnValue:
    """One date alone."""
    occurrence = load(queries.with_event(reader()), number)
    return _file(writing.dates([occurrence]), occurrence.title)


def _file(document: bytes, title: str) -> Response:
    answer = Response(document, mimetype=MIME)
    name = f"{slug(title)[:60] or 'event'}.ics"
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer
