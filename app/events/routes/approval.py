"""/events/on/<number>/approval/<person>: whether somebody who asked may come."""

from flask import Blueprint, abort, redirect, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.events import policy, queries, seating
from app.events.models import Answer, Occurrence, Seat

bp = Blueprint("approval", __name__, url_prefix="/on/<int:number>/approval/<int:person>")


@bp.post("")
def create(number: int, person: int) -> ResponseReturnValue:
    _look(number)
    try:
        with writing():
            occurrence, given = _held(number, person)
            seating.accept(occurrence, given, by=me())
            name, waits = given.person.name, given.seat is Seat.WAITING
    except seating.Full:
        say(gettext("There are not so many seats left."))
        return redirect(url_for("events.people.index", number=number), code=303)
    if waits:
        say(gettext("It is full: %(name)s is told that they are on the waiting list.", name=name))
    else:
        say(gettext("%(name)s is told that there is a place for them.", name=name))
    return redirect(url_for("events.people.index", number=number), code=303)


@bp.delete("")
def destroy(number: int, person: int) -> ResponseReturnValue:
    _look(number)
    with writing():
        occurrence, given = _held(number, person)
        seating.refuse(occurrence, given, by=me())
        name = given.person.name
    say(gettext("%(name)s is told that it is not to be this time.", name=name))
    return redirect(url_for("events.people.index", number=number), code=303)


def _look(number: int) -> None:
    authorize(policy.organise, load(queries.with_event(reader()), number).event)


def _held(number: int, person: int) -> tuple[Occurrence, Answer]:
    occurrence = queries.held_for(me(), number)
    authorize(policy.organise, occurrence.event)
    return occurrence, queries.answer_of(person, number) or abort(404)
