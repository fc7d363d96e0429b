"""/events/<number>/cancellation and /events/on/<number>/cancellation: what does not take place."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext
from app.events import policy, queries, seating
from app.events.forms import CancellationForm
from app.events.routes import page

bp = Blueprint("cancellation", __name__)


@bp.post("/<int:number>/cancellation")
def create(number: int) -> ResponseReturnValue:
    """All of it."""
    event = load(queries.visible_to(reader()), number)
    authorize(policy.cancel, event)
    form = CancellationForm()
    if not form.validate():
        return page.shown(queries.next_of(number) or 0, 422, cancellation=form)
    with writing():
        event = load(queries.visible_to(me()), number)
        authorize(policy.cancel, event)
        event.cancel(form.reason.data, by=me())
    undo = undoing("events.cancellation.destroy", number=number)
    say(gettext("It is off, and everybody who meant to come is told."), undo=undo)
    return page.answered(number)


@bp.delete("/<int:number>/cancellation")
def destroy(number: int) -> ResponseReturnValue:
    authorize(policy.cancel, load(queries.visible_to(reader()), number))
    with writing():
        event = load(queries.visible_to(me()), number)
        authorize(policy.cancel, event)
        event.restore(by=me())
        seating.resettle(event)
    say(gettext("It takes place after all."))
    return page.answered(number)


@bp.post("/on/<int:number>/cancellation")
def create_date(number: int) -> ResponseReturnValue:
    """One date of a series."""
    authorize(policy.cancel, load(queries.with_event(reader()), number).event)
    form = CancellationForm()
    if not form.validate():
        return page.shown(number, 422, cancellation=form)
    with writing():
        occurrence = queries.held_for(me(), number)
        authorize(policy.cancel, occurrence.event)
        occurrence.cancel(form.reason.data, by=me())
    undo = undoing("events.cancellation.destroy_date", number=number)
    say(gettext("This date is off, and everybody who meant to come is told."), undo=undo)
    return page.answered_date(number)


@bp.delete("/on/<int:number>/cancellation")
def destroy_date(number: int) -> ResponseReturnValue:
    authorize(policy.cancel, load(queries.with_event(reader()), number).event)
    with writing():
        occurrence = queries.held_for(me(), number)
        authorize(policy.cancel, occurrence.event)
        occurrence.restore(by=me())
        seating.resettle(occurrence.event)
    say(gettext("This date takes place after all."))
    return page.answered_date(number)
