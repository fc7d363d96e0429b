"""/admin/locations/<number>/name: a new name, taken back."""

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError

from app.admin import policy
from app.admin.forms.places import LocationChangeForm
from app.admin.house import queries
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext

bp = Blueprint("location_name", __name__, url_prefix="/locations/<int:number>/name")


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    """The address says what it was called, and what it is the undoing of."""
    authorize(policy.change, load(queries.locations_seen_by(reader()), number))
    form = LocationChangeForm(request.args, meta={"csrf": False})  # the request's was checked
    if not form.validate():
        abort(404)
    try:
        with writing():
            seen = queries.locations_seen_by(me())
            location = load(seen, number, version=form.version.data)
            authorize(policy.change, location)
            location.rename(form.name.data, by=me())
    except IntegrityError:
        say(gettext("There is a location with that name already."))
    else:
        say(gettext("It is as it was."))
    return redirect(url_for("admin.locations.index"), code=303)
