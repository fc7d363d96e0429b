"""/spaces/<number>/invitations: whom to ask in."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say, wants_part
from app.core.i18n import gettext
from app.people import queries as people
from app.spaces import policy, queries
from app.spaces.forms import FindForm
from app.spaces.routes.place import page, standing

bp = Blueprint("invitations", __name__, url_prefix="/<int:number>/invitations")


@bp.get("")
def index(number: int) -> ResponseReturnValue:
    place = standing(number)
    authorize(policy.invite, place)
    form = FindForm(request.args)
    words = form.wanted["words"]
    part = "spaces/invitations/_found.html"
    return page(
        part if wants_part() else "spaces/invitations/index.html",
        place,
        here="members",
        form=form,
        words=words,
        found=queries.to_invite(number, words) if words else [],
        waiting=queries.waiting_for(number),
    )


@bp.post("/<int:person>")
def create(number: int, person: int) -> ResponseReturnValue:
    authorize(policy.invite, standing(number))
    with writing():
        place = standing(number)
        authorize(policy.invite, place)
        other = load(people.visible_to(me()), person)
        may_come = queries.may_come(other.id, place.space)
        if may_come:
            place.space.invite(other, by=me())
    if not may_come:
        say(gettext("They have to be in the space above first. Invite them there."))
        return redirect(url_for("spaces.invitations.index", number=number), code=303)
    undo = url_for("spaces.invitations.destroy", number=number, person=person)
    say(gettext("Invited. They will find it among their spaces."), undo=f"{undo}?_method=DELETE")
    return redirect(url_for("spaces.invitations.index", number=number), code=303)


@bp.delete("/<int:person>")
def destroy(number: int, person: int) -> ResponseReturnValue:
    """By whoever runs the space or invited; or declined, by whoever it was for."""
    is_mine = person == reader().id
    place = standing(number)
    if not is_mine:
        authorize(policy.invite, place)
    with writing():
        place = standing(number)
        if not is_mine:
            authorize(policy.invite, place)
        place.space.take_invitation_back(load(people.visible_to(me()), person), by=me())
    if is_mine:
        say(gettext("You have declined the invitation."))
        return redirect(url_for("spaces.spaces.index"), code=303)
    say(gettext("The invitation is taken back."))
    return redirect(url_for("spaces.invitations.index", number=number), code=303)
