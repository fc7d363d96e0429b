"""/events/on/<number>/feedback: how it was for whoever was there, and never who answered what."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import db, load, writing
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext
from app.events import answering, opinions, policy, queries, wording
from app.events.forms import FeedbackForm
from app.events.models import Occurrence
from app.events.routes import page

bp = Blueprint("feedback", __name__, url_prefix="/on/<int:number>/feedback")


@bp.get("")
def show(number: int) -> ResponseReturnValue:
    """The words, without names and in no order, for whoever organises it."""
    occurrence = load(queries.with_event(reader()), number)
    authorize(policy.read_feedback, occurrence.event)
    answered = queries.feedback(reader().id, number)
    knows_own = answered.mine is not None
    told = opinions.told(answered.asked, answered.by_worth, knows_own=knows_own)
    return render_template(
        "events/feedback/show.html",
        event=occurrence.event,
        occurrence=occurrence,
        told=told,
        said=queries.feedback_words(number) if told.shows_words else [],
        wording=wording,
    )


@bp.put("")
def update(number: int) -> ResponseReturnValue:
    """One's answer, for the first time or another one."""
    occurrence = load(queries.with_event(reader()), number)
    authorize(policy.answer_feedback, occurrence, _is_asked(reader().id, number))
    form = FeedbackForm()
    if not form.validate():
        return page.shown(number, 422, opinion=form)
    with writing():
        occurrence = _held(number)
        authorize(policy.answer_feedback, occurrence, _is_asked(me().id, number))
        worth, words = form.worth.data, form.words.data
        answering.say_how_it_was(occurrence, worth=worth, words=words, by=me())
    undo = undoing("events.feedback.destroy", number=number)
    say(gettext("Thank you. No page shows that this is your answer."), undo=undo)
    return page.answered_date(number)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    """One has said nothing."""
    occurrence = load(queries.with_event(reader()), number)
    authorize(policy.answer_feedback, occurrence, _is_asked(reader().id, number))
    with writing():
        occurrence = _held(number)
        authorize(policy.answer_feedback, occurrence, _is_asked(me().id, number))
        given = queries.feedback_of(me().id, number)
        if given is not None:
            db.session.delete(given)
    say(gettext("Your answer is gone."))
    return page.answered_date(number)


def _held(number: int) -> Occurrence:
    return queries.held_for(me(), number)


def _is_asked(person_id: int, number: int) -> bool:
    """Whoever was there; and whoever has answered, whatever was counted since."""
    return queries.was_there(person_id, number) or bool(queries.feedback_of(person_id, number))
