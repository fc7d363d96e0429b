"""/ambassadors/nominations/<number>/naming: an ambassador from today on."""

from typing import Any

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.ambassadors import naming, policy, queries, terms
from app.ambassadors.forms import NamingForm
from app.ambassadors.models import Nomination
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.people.freshly import fresh
from app.people.queries import one_change_at_a_time

bp = Blueprint("naming", __name__, url_prefix="/nominations/<int:number>/naming")


@bp.get("/new")
@fresh
def new(number: int) -> ResponseReturnValue:
    nomination = load(queries.whole_nomination(reader()), number)
    authorize(policy.decide, nomination)
    if not nomination.person.is_active:
        return _gone(number)
    form = NamingForm(formdata=None, until=terms.usual_end(), unit=nomination.person.unit_id or "")
    return _page(nomination, form)


@bp.post("")
@fresh
def create(number: int) -> ResponseReturnValue:
    nomination = load(queries.whole_nomination(reader()), number)
    authorize(policy.decide, nomination)
    form = NamingForm()
    if not form.validate():
        return _page(nomination, form, 422)
    until: Any = form.until.data
    with writing():
        one_change_at_a_time()
        nomination = load(queries.nominations_visible_to(me()), number)
        authorize(policy.decide, nomination)
        mandate, is_here = None, nomination.person.is_active
        if nomination.is_open and is_here:
            mandate = naming.name(
                nomination.person,
                until=until,
                units=queries.units(form.units),
                by=me(),
                nomination=nomination,
            ).id
    if not is_here:
        return _gone(number)
    if mandate is None:
        say(gettext("It was decided already."))
        return redirect(url_for("ambassadors.nominations.show", number=number), code=303)
    say(gettext("Named: they are told, and everybody reads it."))
    return redirect(url_for("ambassadors.mandates.show", number=mandate), code=303)


def _gone(number: int) -> ResponseReturnValue:
    say(gettext("They no longer work here."))
    return redirect(url_for("ambassadors.nominations.show", number=number), code=303)


def _page(nomination: Nomination, form: NamingForm, status: int = 200) -> ResponseReturnValue:
    page = render_template("ambassadors/naming/new.html", nomination=nomination, form=form)
    return page, status
