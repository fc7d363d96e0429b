"""/spaces/<number>/archive: a space in which nothing new is written."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me
from app.core.db import writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.spaces import policy
from app.spaces.routes.place import standing

bp = Blueprint("archive", __name__, url_prefix="/<int:number>/archive")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    authorize(policy.run, standing(number))
    with writing():
        place = standing(number)
        authorize(policy.run, place)
        place.space.archive(by=me())
    undo = url_for("spaces.archive.destroy", number=number)
    say(gettext("Archived: it is there to be read."), undo=f"{undo}?_method=DELETE")
    return redirect(url_for("spaces.spaces.show", number=number), code=303)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    authorize(policy.run, standing(number))
    with writing():
        place = standing(number)
        authorize(policy.run, place)
        place.space.reopen(by=me())
    say(gettext("The space is open again."))
    return redirect(url_for("spaces.spaces.show", number=number), code=303)
