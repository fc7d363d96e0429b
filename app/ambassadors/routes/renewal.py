"""/ambassadors/<number>/renewal: until when a term goes on, and taking that back."""

from typing import Any

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.ambassadors import policy, queries, terms
from app.ambassadors.forms import RenewalForm
from app.core.access import authorize, me, reader
from app.core.calendar import today
from app.core.db import load, writing
from app.core.hypermedia import say, undoing
from app.core.i18n import date, gettext

bp = Blueprint("renewal", __name__, url_prefix="/<int:number>/renewal")


@bp.get("/new")
def new(number: int) -> ResponseReturnValue:
    mandate = load(queries.whole(reader()), number)
    authorize(policy.renew, mandate)
    begins = max(mandate.until, today())
    return _page(RenewalForm.of(mandate, formdata=None, until=terms.usual_end(begins)))


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    mandate = load(queries.whole(reader()), number)
    authorize(policy.renew, mandate)
    form = RenewalForm.of(mandate)
    if not form.validate():
        return _page(form, 422)
    until: Any = form.until.data
    with writing():
        mandate = load(queries.visible_to(me()), number)
        authorize(policy.renew, mandate)
        mandate.renew(until, by=me())
    undo = undoing("ambassadors.renewal.destroy", number=number)
    say(gettext("Their term goes on until %(day)s.", day=date(until)), undo=undo)
    return redirect(url_for("ambassadors.mandates.show", number=number), code=303)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    authorize(policy.take_back_renewal, load(queries.visible_to(reader()), number), today())
    with writing():
        mandate = load(queries.visible_to(me()), number)
        authorize(policy.take_back_renewal, mandate, today())
        mandate.take_back_renewal(by=me())
    say(gettext("Their term ends when it ended before."))
    return redirect(url_for("ambassadors.mandates.show", number=number), code=303)


def _page(form: RenewalForm, status: int = 200) -> ResponseReturnValue:
    page = render_template("ambassadors/renewal/new.html", mandate=form.mandate, form=form)
    return page, status
