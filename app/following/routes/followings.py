"""/following/<kind>/<number>: hearing of a thing, and no longer."""

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from app.core.access import me, reader
from app.core.db import load, writing
from app.core.hypermedia import done
from app.facts import subjects
from app.following import queries
from app.following.models import Following

bp = Blueprint("followings", __name__)


@bp.post("")
def create(kind: str, number: int) -> ResponseReturnValue:
    return change(Following.follow, kind, number)


@bp.delete("")
def destroy(kind: str, number: int) -> ResponseReturnValue:
    return change(Following.unfollow, kind, number)


def change(verb, kind: str, number: int) -> ResponseReturnValue:
    """Whoever may see a thing may follow it, and mute it."""
    subject = subjects.named(kind)
    if not subject.may_follow or (kind, number) == ("person", reader().id):
        abort(404)
    load(subject.visible_to(reader()), number)

    with writing():
        load(subject.visible_to(me()), number)
        verb(kind, number, by=me())

    follows, muted = queries.standing(reader().id, kind, number)
    return done(
        "following/_button.html",
        otherwise=subjects.address(kind, number),
        kind=kind,
        number=number,
        follows=follows,
        muted=muted,
    )
