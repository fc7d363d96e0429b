"""/ambassadors/help/<number>/answer: what an ambassador answers, and taking that back."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.ambassadors import helping, policy, queries
from app.ambassadors.forms import AnswerForm
from app.ambassadors.routes.help import answered, shown
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext

bp = Blueprint("answer", __name__, url_prefix="/help/<int:number>/answer")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    authorize(policy.reply, load(queries.help_visible_to(reader()), number))
    form = AnswerForm()
    if not form.validate():
        return shown(number, form, 422)
    with writing():
        wanted = load(queries.help_visible_to(me()), number)
        authorize(policy.reply, wanted)
        wanted.reply(form.answer.data, by=me())
    undo = undoing("ambassadors.answer.destroy", number=number)
    say(gettext("Answered: whoever asked is told."), undo=undo)
    return answered(number)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    authorize(policy.take_back_answer, load(queries.help_visible_to(reader()), number))
    with writing():
        wanted = load(queries.help_visible_to(me()), number)
        authorize(policy.take_back_answer, wanted)
        helping.take_back_answer(wanted, by=me())
    say(gettext("Your answer is gone, and you take care of it still."))
    return answered(number)
