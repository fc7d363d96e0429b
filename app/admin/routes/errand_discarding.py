"""/admin/outbox/<number>/discarding: what was parked is not needed any more."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.admin import policy
from app.admin.house import queries
from app.core import outbox
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext

bp = Blueprint("errand_discarding", __name__, url_prefix="/outbox/<int:number>/discarding")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    load(queries.errands_seen_by(reader()), number)
    authorize(policy.arrange)
    with writing(shown=False):
        errand = load(queries.errands_seen_by(me()), number)
        is_parked = policy.look_after(me(), errand)
        if is_parked:
            outbox.discard(errand)
    if is_parked:
        undo = undoing("admin.errand_discarding.destroy", number=number)
        say(gettext("Discarded: it will not be sent."), undo=undo)
    else:
        say(gettext("It was no longer parked."))
    return redirect(url_for("admin.outbox.index"), code=303)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    """It is parked again, where it was."""
    load(queries.errands_seen_by(reader()), number)
    authorize(policy.arrange)
    with writing(shown=False):
        errand = load(queries.errands_seen_by(me()), number)
        if policy.take_up(me(), errand):
            outbox.take_up(errand)
    say(gettext("It is as it was."))
    return redirect(url_for("admin.outbox.index", state="parked"), code=303)
