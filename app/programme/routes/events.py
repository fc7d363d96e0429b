"""/programme/events: the dates that a figure is made of, and how much of it are initiatives."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.core.access import authorize, reader
from app.core.fragments import rows
from app.core.freshness import reading
from app.core.hypermedia import view
from app.events import wording as times
from app.programme import policy, queries
from app.programme.counted import until
from app.programme.routes.listing import asked

bp = Blueprint("events", __name__, url_prefix="/events")


@bp.get("")
@reading
def index() -> ResponseReturnValue:
    authorize(policy.read_coverage)
    found, now = asked(), until()

    def count() -> queries.Behind:
        return queries.behind(reader(), found.wanted, now)

    alike = (found.wanted, reader().circles, now)  # whoever sees the same
    return view(
        "programme/events/index.html",
        part="programme/events/_dates.html",
        page=queries.dates(reader(), found.wanted, now, found.after),
        behind=rows("programme.behind", *alike, read=count),
        times=times,
        **found.context,
    )
