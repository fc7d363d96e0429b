"""/committee/<number>/closing: the sitting ends, and its minutes stand."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.committee import closing, minutes, policy, queries, wording
from app.committee.forms import ClosingForm
from app.committee.models import Sitting
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.ideas.wording import VERDICTS

bp = Blueprint("closing", __name__, url_prefix="/<int:number>/closing")


@bp.get("/new")
def new(number: int) -> ResponseReturnValue:
    sitting = load(queries.visible_to(reader()), number)
    authorize(policy.close, sitting)
    return _page(sitting, ClosingForm(formdata=None, note=sitting.note))


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    """Pressed twice it is closed once."""
    sitting = load(queries.visible_to(reader()), number)
    authorize(policy.call)
    form = ClosingForm()
    if sitting.is_open:
        authorize(policy.close, sitting)
        if not form.validate():
            return _page(sitting, form, 422)
        with writing():
            sitting = load(queries.whole(me()), number)
            authorize(policy.call)
            if sitting.is_open:
                closing.close(sitting, form.note.data or "", by=me())
        say(gettext("The session is closed. Those whose ideas were decided hear of it now."))
    return redirect(url_for("committee.sittings.show", number=number), code=303)


def _page(sitting: Sitting, form: ClosingForm, status: int = 200) -> ResponseReturnValue:
    return render_template(
        "committee/closing/new.html",
        sitting=sitting,
        form=form,
        minutes=minutes.read(sitting, reader()),
        wording=wording,
        verdicts=VERDICTS,
    ), status
