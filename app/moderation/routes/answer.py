"""/moderation/cases/<number>/answer: what becomes of it after the second look."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.moderation import hiding, policy, queries
from app.moderation.forms import RESTORE, AnswerForm
from app.moderation.routes.cases import page, seen

bp = Blueprint("answer", __name__, url_prefix="/cases/<int:number>/answer")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    case = seen(number)
    authorize(policy.answer, case, queries.spaces_run_by(reader()))
    form = AnswerForm()
    if not form.validate():
        return page(case, 422, answer=form)
    restores = form.verdict.data == RESTORE
    with writing():
        case = seen(number)
        authorize(policy.answer, case, queries.spaces_run_by(me()))
        if restores:
            hiding.restore(case, form.words.data, by=me())
        else:
            case.uphold(form.words.data, by=me())
    say(gettext("Everybody can read it again.") if restores else gettext("It stays hidden."))
    return redirect(url_for("moderation.cases.index"), code=303)
