"""/admin/locations/<number>/closure: a place nobody chooses any more, and one they do again."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.admin import policy
from app.admin.house import queries
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext

bp = Blueprint("location_closure", __name__, url_prefix="/locations/<int:number>/closure")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    """Twice is once: whoever presses again finds it closed."""
    load(queries.locations_seen_by(reader()), number)
    authorize(policy.arrange)
    with writing():
        authorize(policy.arrange)
        location = load(queries.locations_seen_by(me()), number)
        location.close(by=me())
        version = location.version
    undo = undoing("admin.location_closure.destroy", number=number, version=version)
    say(gettext("The location is closed. Whoever works there keeps it."), undo=undo)
    return redirect(url_for("admin.locations.index"), code=303)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    load(queries.locations_seen_by(reader()), number)
    authorize(policy.arrange)
    version = request.args.get("version", type=int)
    with writing():
        authorize(policy.arrange)
        location = load(queries.locations_seen_by(me()), number, version=version)
        location.reopen(by=me())
    say(gettext("The location is open again."))
    return redirect(url_for("admin.locations.index"), code=303)
