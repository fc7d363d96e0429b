"""/admin/people/<number>/reset: a link for another password, to whoever cannot come in."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.people import policy, queries

bp = Blueprint("reset", __name__, url_prefix="/people/<int:number>/reset")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    """It goes to their own mail: nobody else sees it, whoever asks for it."""
    authorize(policy.administer)
    with writing():
        authorize(policy.administer)
        link = load(queries.visible_to(me()), number).offer_reset(by=me())
    if link:
        say(gettext("The link is on its way to their mail."))
    else:
        say(gettext("Nothing was sent: they hold links that still open, or the account is closed."))
    return redirect(url_for("admin.people.show", number=number), code=303)
