"""/thanks/<number>/hiding: whoever was thanked keeps it out of sight, and shows it again."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext
from app.thanks import policy, queries
from app.thanks.routes import page

bp = Blueprint("hiding", __name__, url_prefix="/<int:number>/hiding")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    authorize(policy.put_away, load(queries.visible_to(reader()), number))
    with writing():
        thanks = load(queries.visible_to(me()), number)
        authorize(policy.put_away, thanks)
        thanks.put_away(by=me())
    undo = undoing("thanks.hiding.destroy", number=number)
    say(gettext("Hidden from everybody else, and counted nowhere."), undo=undo)
    return page.answered(number)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    authorize(policy.put_away, load(queries.visible_to(reader()), number))
    with writing():
        thanks = load(queries.visible_to(me()), number)
        authorize(policy.put_away, thanks)
        thanks.take_out(by=me())
    say(gettext("Everybody sees it again."))
    return page.answered(number)
