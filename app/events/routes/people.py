"""/events/on/<number>/people: who comes, who waits and who asks to, for whoever organises it."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.core.access import authorize, reader
from app.core.db import HIGHEST, load
from app.events import policy, queries, wording
from app.events.models import Seat

bp = Blueprint("people", __name__, url_prefix="/on/<int:number>/people")

TABS = (Seat.GOING, Seat.WAITING, Seat.ASKED, Seat.REFUSED)


@bp.get("")
def index(number: int) -> ResponseReturnValue:
    occurrence = load(queries.with_event(reader()), number)
    authorize(policy.see_people, occurrence.event)
    asked = request.args.get("seat", type=Seat)
    seat = asked if asked in TABS else Seat.ASKED if occurrence.asking else Seat.GOING
    after = request.args.get("after", type=int)
    if after is not None and not 0 < after <= HIGHEST:
        after = None
    return render_template(
        "events/people/index.html",
        event=occurrence.event,
        occurrence=occurrence,
        seat=seat,
        tabs=TABS,
        page=queries.people_by_name(number, seat, after=after),
        after=after,
        wording=wording,
    )
