"""/initiatives/<number>/withdrawal: taken out, and put back."""

from flask import Blueprint, redirect
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext
from app.initiatives import policy, queries
from app.initiatives.routes import page

bp = Blueprint("withdrawal", __name__, url_prefix="/<int:number>/withdrawal")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    authorize(policy.withdraw, load(queries.visible_to(reader()), number))
    with writing():
        initiative = load(queries.visible_to(me()), number)
        authorize(policy.withdraw, initiative)
        initiative.withdraw(by=me())
    undo = undoing("initiatives.withdrawal.destroy", number=number)
    say(gettext("The initiative is withdrawn: nobody else reads it now."), undo=undo)
    return redirect(page.address(number), code=303)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    authorize(policy.restore, load(queries.visible_to(reader()), number))
    with writing():
        initiative = load(queries.visible_to(me()), number)
        authorize(policy.restore, initiative)
        initiative.restore(by=me())
    say(gettext("Everybody can read it again."))
    return redirect(page.address(number), code=303)
