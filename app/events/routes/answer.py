"""/events/on/<number>/answer: yes, perhaps or no; to one date, or to all of a series."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.events import policy, queries, seating
from app.events.forms import AnswerForm
from app.events.models import Answer, Occurrence, Reply, Seat
from app.events.routes import page

bp = Blueprint("answer", __name__, url_prefix="/on/<int:number>/answer")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    occurrence = load(queries.with_event(reader()), number)
    form = AnswerForm()
    valid = form.validate()
    _authorize(occurrence, form.reply.data)
    if not valid:
        return page.shown(number, 422, form=form)

    reply, guests = form.reply.data, form.guests.data or 0
    of_all = form.of.data == "series" and occurrence.event.is_series
    try:
        with writing():
            occurrence = queries.held_for(me(), number)
            _authorize(occurrence, reply)
            if of_all:
                seating.answer_series(occurrence.event, reply, by=me(), guests=guests)
                words = _words_of_all(reply)
            else:
                words = _words(seating.answer(occurrence, reply, by=me(), guests=guests))
    except seating.Full:
        form.guests.errors = [gettext("There are not so many seats left.")]
        return page.shown(number, 422, form=form)
    say(words)
    return page.answered_date(number)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    """One's seat is free, and so is one's place in the line."""
    authorize(policy.decline, load(queries.with_event(reader()), number))
    with writing():
        occurrence = queries.held_for(me(), number)
        authorize(policy.decline, occurrence)
        seating.answer(occurrence, Reply.NO, by=me())
    say(gettext("Your seat is free for somebody else. Thank you for saying so."))
    return page.answered_date(number)


def _authorize(occurrence: Occurrence, reply: Reply | None) -> None:
    authorize(policy.decline if reply is Reply.NO else policy.answer, occurrence)


def _words(given: Answer) -> str:
    if given.reply is Reply.NO:
        return gettext("Noted: you do not come.")
    if given.reply is Reply.MAYBE:
        return gettext("Noted: perhaps you come.")
    return {
        Seat.GOING: gettext("You are expected."),
        Seat.WAITING: gettext("You are on the waiting list. You are told when there is a seat."),
        Seat.ASKED: gettext("Whoever organises it will tell you whether there is a seat for you."),
        Seat.REFUSED: gettext("Whoever organises it said no this time."),
    }[given.seat]


def _words_of_all(reply: Reply) -> str:
    return {
        Reply.YES: gettext("You come to all of them. Each date says whether you have a seat."),
        Reply.MAYBE: gettext("Noted: perhaps you come to them."),
        Reply.NO: gettext("Noted: you come to none of them."),
    }[reply]
