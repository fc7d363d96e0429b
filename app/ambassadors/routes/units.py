"""/ambassadors/<number>/units: which units an ambassador coaches."""

from typing import Any

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.ambassadors import policy, queries
from app.ambassadors.forms import UnitForm
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext

bp = Blueprint("units", __name__, url_prefix="/<int:number>/units")


@bp.get("")
def index(number: int) -> ResponseReturnValue:
    mandate = load(queries.whole(reader()), number)
    authorize(policy.edit, mandate)
    return _page(mandate, UnitForm(formdata=None))


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    mandate = load(queries.whole(reader()), number)
    authorize(policy.edit, mandate)
    form = UnitForm()
    if not form.validate():
        return _page(mandate, form, 422)
    return _coach(number, form.unit.data)


@bp.put("/<int:unit>")
def update(number: int, unit: int) -> ResponseReturnValue:
    """The same by its address: what a toast posts to."""
    authorize(policy.edit, load(queries.visible_to(reader()), number))
    return _coach(number, unit)


@bp.delete("/<int:unit>")
def destroy(number: int, unit: int) -> ResponseReturnValue:
    authorize(policy.edit, load(queries.visible_to(reader()), number))
    with writing():
        mandate = load(queries.visible_to(me()), number)
        authorize(policy.edit, mandate)
        coached = queries.unit(unit) or abort(404)
        name = coached.name
        mandate.coach_no_more(coached, by=me())
    undo = undoing("ambassadors.units.update", method="PUT", number=number, unit=unit)
    say(gettext("%(unit)s is coached by somebody else, or by nobody.", unit=name), undo=undo)
    return redirect(url_for("ambassadors.units.index", number=number), code=303)


def _coach(number: int, unit: int) -> ResponseReturnValue:
    with writing():
        mandate = load(queries.visible_to(me()), number)
        authorize(policy.edit, mandate)
        coached = queries.unit(unit) or abort(404)
        name = coached.name
        mandate.coach(coached, by=me())
    undo = undoing("ambassadors.units.destroy", number=number, unit=unit)
    say(gettext("%(unit)s is coached from now on.", unit=name), undo=undo)
    return redirect(url_for("ambassadors.units.index", number=number), code=303)


def _page(mandate: Any, form: UnitForm, status: int = 200) -> ResponseReturnValue:
    offices = queries.offices_of(mandate.person_id)
    office = next(one for one in offices if one.id == mandate.id)
    return (
        render_template(
            "ambassadors/units/index.html", mandate=mandate, units=office.units, form=form
        ),
        status,
    )
