"""/ambassadors/help/<number>/closing: whoever asked has what they needed, or not after all."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.ambassadors import helping, policy, queries
from app.ambassadors.models import HelpState
from app.ambassadors.routes.help import answered
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext

bp = Blueprint("closing", __name__, url_prefix="/help/<int:number>/closing")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    authorize(policy.solve, load(queries.help_visible_to(reader()), number))
    with writing():
        wanted = load(queries.help_visible_to(me()), number)
        authorize(policy.solve, wanted)
        wanted.be_solved(by=me())
        is_closed = wanted.state is HelpState.SOLVED
    if is_closed:
        undo = undoing("ambassadors.closing.destroy", number=number)
        say(gettext("Good: it is closed."), undo=undo)
    return answered(number)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    authorize(policy.reopen_help, load(queries.help_visible_to(reader()), number))
    with writing():
        wanted = load(queries.help_visible_to(me()), number)
        authorize(policy.reopen_help, wanted)
        helping.reopen(wanted, by=me())
        is_open = wanted.state is not HelpState.TAKEN_BACK
    if is_open:
        say(gettext("It is open again."))
    return answered(number)
