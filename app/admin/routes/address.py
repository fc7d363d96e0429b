"""/admin/people/<number>/address: taking back a change of address that waits for a yes."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.people import policy, queries
from app.people.letters import queries as letters

bp = Blueprint("address", __name__, url_prefix="/people/<int:number>/address")


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    authorize(policy.administer)
    with writing():
        authorize(policy.administer)
        person = load(queries.visible_to(me()), number)
        if change := letters.pending_change(person.id):
            change.take_back(by=me())
    say(gettext("Their address stays as it is."))
    return redirect(url_for("admin.people.show", number=number), code=303)
