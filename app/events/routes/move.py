"""/events/on/<number>/move: one date of a series on another day, at another hour or elsewhere."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say, view
from app.core.i18n import gettext
from app.events import policy, queries, wording
from app.events.forms import MoveForm
from app.events.models import Occurrence
from app.events.routes import page

bp = Blueprint("move", __name__, url_prefix="/on/<int:number>/move")


@bp.get("/edit")
def edit(number: int) -> ResponseReturnValue:
    occurrence = load(queries.with_event(reader()), number)
    authorize(policy.move, occurrence)
    return _page(occurrence, MoveForm.of(occurrence), 200)


@bp.put("")
def update(number: int) -> ResponseReturnValue:
    occurrence = load(queries.with_event(reader()), number)
    authorize(policy.move, occurrence)
    form = MoveForm().about(occurrence)
    if not form.validate():
        return _page(occurrence, form, 422)
    when, place, call_url = form.when, form.place.data, form.call_url.data
    with writing():
        occurrence = queries.held_for(me(), number)
        authorize(policy.move, occurrence)
        there = when.by_the_wall_of(occurrence.event.zone)  # a series goes by one clock
        occurrence.move(there, place=place, call_url=call_url, by=me())
    say(gettext("This date has moved, and everybody who meant to come is told."))
    return page.answered_date(number)


def _page(occurrence: Occurrence, form: MoveForm, status: int) -> ResponseReturnValue:
    name = "events/move/edit.html"
    return view(
        name,
        part=name,
        status=status,
        event=occurrence.event,
        occurrence=occurrence,
        form=form,
        wording=wording,
    )
