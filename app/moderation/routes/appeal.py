"""/moderation/cases/<number>/appeal: its author asks for another look, once."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me
from app.core.db import writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.moderation import policy
from app.moderation.forms import AppealForm
from app.moderation.routes.cases import page, seen

bp = Blueprint("appeal", __name__, url_prefix="/cases/<int:number>/appeal")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    case = seen(number)
    authorize(policy.appeal, case)
    form = AppealForm()
    if not form.validate():
        return page(case, 422, appeal=form)
    with writing():
        case = seen(number)
        authorize(policy.appeal, case)
        case.ask_again(form.words.data, by=me())
    say(gettext("Somebody will look at it again."))
    return redirect(url_for("moderation.cases.show", number=number), code=303)
