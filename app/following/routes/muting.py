"""/following/<kind>/<number>/muting: not a word of a thing, and listening to it again."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from app.core.hypermedia import say
from app.core.i18n import gettext
from app.following.models import Following
from app.following.routes.followings import change

bp = Blueprint("muting", __name__, url_prefix="/muting")


@bp.post("")
def create(kind: str, number: int) -> ResponseReturnValue:
    undo = url_for("following.muting.destroy", kind=kind, number=number) + "?_method=DELETE"
    say(gettext("Muted: you will hear nothing of it."), undo=undo)
    return change(Following.mute, kind, number)


@bp.delete("")
def destroy(kind: str, number: int) -> ResponseReturnValue:
    return change(Following.unmute, kind, number)
