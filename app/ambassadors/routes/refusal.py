"""/ambassadors/nominations/<number>/refusal: a no that says why, and taking it back."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.ambassadors import naming, policy, queries
from app.ambassadors.forms import RefusalForm
from app.ambassadors.routes.nominations import shown
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext

bp = Blueprint("refusal", __name__, url_prefix="/nominations/<int:number>/refusal")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    authorize(policy.decide, load(queries.nominations_visible_to(reader()), number))
    form = RefusalForm()
    if not form.validate():
        return shown(number, form, 422)
    with writing():
        nomination = load(queries.nominations_visible_to(me()), number)
        authorize(policy.decide, nomination)
        was_open = nomination.is_open
        nomination.decline(form.reason.data, by=me())
    if was_open:
        undo = undoing("ambassadors.refusal.destroy", number=number)
        say(gettext("Declined. Those it is about are told why."), undo=undo)
    else:
        say(gettext("It was decided already."))
    return redirect(url_for("ambassadors.nominations.show", number=number), code=303)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    authorize(policy.reopen, load(queries.nominations_visible_to(reader()), number))
    with writing():
        nomination = load(queries.nominations_visible_to(me()), number)
        authorize(policy.reopen, nomination)
        waits = naming.reopen(nomination, by=me())
    if waits:
        say(gettext("It waits for a decision again."))
    else:
        say(gettext("They are an ambassador, or were put forward already."))
    return redirect(url_for("ambassadors.nominations.show", number=number), code=303)
