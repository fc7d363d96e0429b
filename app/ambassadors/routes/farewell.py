"""/ambassadors/<number>/farewell: saying goodbye with words of thanks, and taking that back."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.ambassadors import policy, queries
from app.ambassadors.forms import FarewellForm
from app.ambassadors.models import Mandate
from app.core.access import authorize, me, reader
from app.core.calendar import today
from app.core.db import load, writing
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext
from app.people.freshly import fresh
from app.people.queries import one_change_at_a_time

bp = Blueprint("farewell", __name__, url_prefix="/<int:number>/farewell")


@bp.get("/new")
@fresh
def new(number: int) -> ResponseReturnValue:
    mandate = load(queries.whole(reader()), number)
    authorize(policy.say_goodbye, mandate)
    return _page(mandate, FarewellForm(formdata=None))


@bp.post("")
@fresh
def create(number: int) -> ResponseReturnValue:
    mandate = load(queries.whole(reader()), number)
    authorize(policy.say_goodbye, mandate)
    form = FarewellForm()
    if not form.validate():
        return _page(mandate, form, 422)
    with writing():
        one_change_at_a_time()
        mandate = load(queries.visible_to(me()), number)
        authorize(policy.say_goodbye, mandate)
        mandate.say_goodbye(form.farewell.data, by=me())
    undo = undoing("ambassadors.farewell.destroy", number=number)
    say(gettext("They are told, with your words. The role ends with it."), undo=undo)
    return redirect(url_for("ambassadors.mandates.show", number=number), code=303)


@bp.delete("")
@fresh
def destroy(number: int) -> ResponseReturnValue:
    mandate = load(queries.visible_to(reader()), number)
    authorize(policy.take_back_farewell, mandate, today())
    with writing():
        one_change_at_a_time()
        mandate = load(queries.visible_to(me()), number)
        authorize(policy.take_back_farewell, mandate, today())
        comes_back = queries.open_mandate_of(mandate.person_id) is None
        if comes_back:
            mandate.take_back_farewell(by=me())
    if comes_back:
        say(gettext("They are an ambassador still."))
    return redirect(url_for("ambassadors.mandates.show", number=number), code=303)


def _page(mandate: Mandate, form: FarewellForm, status: int = 200) -> ResponseReturnValue:
    page = render_template("ambassadors/farewell/new.html", mandate=mandate, form=form)
    return page, status
