"""/admin/people/<n>/sessions: ending every one of somebody else's."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.people import policy
from app.people import queries as people

bp = Blueprint("sessions", __name__, url_prefix="/people/<int:number>/sessions")


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    with writing():
        person = load(people.visible_to(me()), number)
        authorize(policy.close, person)
        name = person.name
        person.sign_out_everywhere(by=me())
    say(gettext("%(name)s is signed out everywhere.", name=name))
    return redirect(url_for("admin.people.show", number=number), code=303)
