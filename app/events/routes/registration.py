"""/events/<number>/registration: whether one may still join."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext
from app.events import policy, queries
from app.events.routes import page

bp = Blueprint("registration", __name__, url_prefix="/<int:number>/registration")


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    """Closed."""
    authorize(policy.organise, load(queries.visible_to(reader()), number))
    with writing():
        event = load(queries.visible_to(me()), number)
        authorize(policy.organise, event)
        event.close_registration(by=me())
    undo = undoing("events.registration.create", method="POST", number=number)
    say(gettext("Registration is closed: who comes, comes."), undo=undo)
    return page.answered(number)


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    """Open again."""
    authorize(policy.organise, load(queries.visible_to(reader()), number))
    with writing():
        event = load(queries.visible_to(me()), number)
        authorize(policy.organise, event)
        event.open_registration(by=me())
    say(gettext("People can join again."))
    return page.answered(number)
