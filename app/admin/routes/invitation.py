"""/admin/people/<number>/invitation: a letter to come in with, once more."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.people import policy, queries

bp = Blueprint("invitation", __name__, url_prefix="/people/<int:number>/invitation")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    """The letter before opens nothing any more."""
    authorize(policy.administer)
    with writing():
        authorize(policy.administer)
        link = load(queries.visible_to(me()), number).invite(by=me())
    if link:
        say(gettext("The invitation is on its way. One that went out before opens nothing now."))
    else:
        say(gettext("Nothing was sent: they have a password, or their account is closed."))
    return redirect(url_for("admin.people.show", number=number), code=303)
