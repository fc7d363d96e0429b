"""/ambassadors/help/<number>/acceptance: taking care of it, and not after all."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.ambassadors import helping, policy, queries
from app.ambassadors.models import HelpState
from app.ambassadors.routes.help import answered
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext

bp = Blueprint("acceptance", __name__, url_prefix="/help/<int:number>/acceptance")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    authorize(policy.take, load(queries.help_visible_to(reader()), number))
    with writing():
        wanted = load(queries.help_visible_to(me()), number)
        authorize(policy.take, wanted)
        helping.take(wanted, by=me())
        is_taken = wanted.state is HelpState.TAKEN
    if is_taken:
        undo = undoing("ambassadors.acceptance.destroy", number=number)
        say(gettext("You take care of it, and whoever asked is told."), undo=undo)
    return answered(number)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    authorize(policy.give_back, load(queries.help_visible_to(reader()), number))
    with writing():
        wanted = load(queries.help_visible_to(me()), number)
        authorize(policy.give_back, wanted)
        wanted.give_back(by=me())
        is_asked = wanted.state is HelpState.ASKED
    if is_asked:
        say(gettext("It waits for you, or for you to pass it on."))
    return answered(number)
