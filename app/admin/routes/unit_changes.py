"""/admin/units/<number>/changes: a new name or office, taken back."""

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.admin import policy
from app.admin.forms.places import UnitChangeForm
from app.admin.house import queries
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext

bp = Blueprint("unit_changes", __name__, url_prefix="/units/<int:number>/changes")


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    """The address says how it was, and what it is the undoing of."""
    unit = load(queries.units_seen_by(reader()), number)
    authorize(policy.change, unit)
    form = UnitChangeForm(request.args, meta={"csrf": False})  # the request's token was checked
    if not form.validate():
        abort(404)
    with writing():
        unit = load(queries.units_seen_by(me()), number, version=form.version.data)
        authorize(policy.change, unit)
        unit.rename(form.name.data, by=me())
        unit.serve(form.office.data, by=me())
    say(gettext("It is as it was."))
    return redirect(url_for("admin.units.show", number=number), code=303)
