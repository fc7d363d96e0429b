"""/committee/<number>/chair: who leads."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from app.committee import policy, queries
from app.committee.routes import table
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext

bp = Blueprint("chair", __name__, url_prefix="/<int:number>/chair")


@bp.put("")
def update(number: int) -> ResponseReturnValue:
    """Taken by whoever presses: the laptop of the one before may be shut."""
    authorize(policy.take_chair, load(queries.visible_to(reader()), number))
    with writing():
        sitting = load(queries.whole(me()), number)
        authorize(policy.take_chair, sitting)
        sitting.take_chair(by=me())
    say(gettext("You have the chair now."))
    return table.answered(number, otherwise=url_for("committee.table.show", number=number))
