"""/admin/people/<n>/closure: an account nobody comes in with, and opening it again."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.people import policy
from app.people import queries as people

bp = Blueprint("closure", __name__, url_prefix="/people/<int:number>/closure")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    with writing():
        people.one_change_at_a_time()
        person = load(people.visible_to(me()), number)
        authorize(policy.close, person)
        name = person.name
        person.disable(by=me())
    undo = url_for("admin.closure.destroy", number=number) + "?_method=DELETE"
    said = gettext("The account of %(name)s is closed, and signed out everywhere.", name=name)
    say(said, undo=undo)
    return redirect(url_for("admin.people.show", number=number), code=303)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    with writing():
        people.one_change_at_a_time()
        person = load(people.visible_to(me()), number)
        authorize(policy.close, person)
        name = person.name
        person.enable(by=me())
    said = gettext("The account of %(name)s is open again.", name=name)
    say(said, undo=url_for("admin.closure.create", number=number))
    return redirect(url_for("admin.people.show", number=number), code=303)
