"""/moderation/cases/<number>/decision: whether it stays, and taking that back."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import Overtaken, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.moderation import hiding, policy, queries
from app.moderation.forms import HIDE, DecisionForm
from app.moderation.routes.cases import page, seen

bp = Blueprint("decision", __name__, url_prefix="/cases/<int:number>/decision")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    case = seen(number)
    authorize(policy.decide, case, queries.spaces_run_by(reader()))
    form = DecisionForm()
    if not form.validate():
        return page(case, 422, decision=form)
    hides = form.verdict.data == HIDE
    try:
        with writing():
            case = seen(number)
            authorize(policy.decide, case, queries.spaces_run_by(me()))
            if hides:
                hiding.hide(case, form.because.data, by=me())
            else:
                case.dismiss(form.because.data, by=me())
    except Overtaken:
        return page(seen(number), 409)
    say(
        gettext("Hidden. Its author is told why.") if hides else gettext("It stays."),
        undo=f"{url_for('moderation.decision.destroy', number=number)}?_method=DELETE",
    )
    return redirect(url_for("moderation.cases.index"), code=303)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    authorize(policy.take_back, seen(number), queries.spaces_run_by(reader()))
    with writing():
        case = seen(number)
        authorize(policy.take_back, case, queries.spaces_run_by(me()))
        hiding.take_back(case, by=me())
    say(gettext("It is as it was, and waits for a decision."))
    return redirect(url_for("moderation.cases.show", number=number), code=303)
