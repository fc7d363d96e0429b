"""/programme/events: the dates that a figure is made of, and how much of it are initiatives."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.core import clock
from app.core.access import authorize, reader
from app.core.freshness import reading
from app.core.hypermedia import view
from app.events import wording as times
from app.programme import policy, queries
from app.programme.routes.listing import asked

bp = Blueprint("events", __name__, url_prefix="/events")


@bp.get("")
@reading
def index() -> ResponseReturnValue:
    authorize(policy.read_coverage)
    found, now = asked(), clock.now()
    return view(
        "programme/events/index.html",
        part="programme/events/_dates.html",
        page=queries.dates(reader(), found.wanted, now, found.after),
        behind=queries.behind(reader(), found.wanted, now),
        times=times,
        **found.context,
    )
