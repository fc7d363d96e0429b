"""/spaces/<number>/membership: coming in, and leaving."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.spaces import policy, queries, returning
from app.spaces.routes.place import standing

bp = Blueprint("membership", __name__, url_prefix="/<int:number>/membership")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    """Come in, where one may; or accept an invitation; or take back having left."""
    if back := returning.opened(request.args.get("back", ""), reader().id):
        return _return(number, back)
    authorize(policy.join, standing(number))
    with writing():
        place = standing(number)
        authorize(policy.join, place)
        place.space.join(by=me())
    undo = url_for("spaces.membership.destroy", number=number)
    say(gettext("You are in."), undo=f"{undo}?_method=DELETE")
    return redirect(url_for("spaces.spaces.show", number=number), code=303)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    authorize(policy.leave, standing(number))
    with writing():
        place = standing(number)
        authorize(policy.leave, place)
        below = queries.held_below(number)
        left = [place.space, *([] if place.space.is_public else below)]
        back = returning.sealed(left, me())
        place.space.leave(below=below, by=me())
    undo = url_for("spaces.membership.create", number=number, back=back)
    say(gettext("You have left the space."), undo=undo)
    known = queries.standing(reader(), number)
    otherwise = url_for("spaces.spaces.show", number=number) if known else None
    return redirect(otherwise or url_for("spaces.spaces.index"), code=303)


def _return(number: int, back: list[returning.Left]) -> ResponseReturnValue:
    """As far as nothing has been decided there since; else one asks again, like anybody."""
    with writing():
        spaces = {one.id: one for one in queries.held([one.space_id for one in back])}
        for one in back:
            space = spaces.get(one.space_id)
            if space and space.version == one.version:
                space.take_back_leaving(one.role, by=me())
    if queries.standing(reader(), number) is None:
        return redirect(url_for("spaces.spaces.index"), code=303)
    return redirect(url_for("spaces.spaces.show", number=number), code=303)
