"""/spaces/<number>/members: who is in it, and who asks to come in."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.freshness import reading
from app.core.hypermedia import say, wants_part
from app.core.i18n import gettext
from app.people import queries as people
from app.spaces import policy, queries
from app.spaces.forms import FindForm, WordsForm
from app.spaces.routes.place import page, standing

bp = Blueprint("members", __name__, url_prefix="/<int:number>/members")


@bp.get("")
@reading
def index(number: int) -> ResponseReturnValue:
    return listed(number)


@bp.delete("/<int:person>")
def destroy(number: int, person: int) -> ResponseReturnValue:
    """Somebody is taken out, by whoever runs it."""
    authorize(policy.run, standing(number))
    with writing():
        place = standing(number)
        other = load(people.visible_to(me()), person)
        below = queries.held_below(number)
        authorize(policy.remove, place, queries.role(other, number))
        is_alone = queries.is_alone(other.id, number)
        if not is_alone:
            place.space.remove(other, below=below, by=me())
    if is_alone:
        say(gettext("They alone run a part of this space. Somebody else has to run it first."))
    else:
        say(gettext("They are no longer in this space."))
    return redirect(url_for("spaces.members.index", number=number), code=303)


def listed(
    number: int, *, status: int = 200, refused: int | None = None, refusal: WordsForm | None = None
) -> ResponseReturnValue:
    """`refusal` is a no to the one numbered `refused` that could not be sent."""
    place = standing(number)
    authorize(policy.see_members, place)
    form = FindForm(request.args if request.method == "GET" else None)
    wanted = form.wanted
    runs = policy.run(reader(), place)
    return page(
        "spaces/members/_members.html" if wants_part() else "spaces/members/index.html",
        place,
        here="members",
        status=status,
        form=form,
        wanted=wanted,
        people=queries.members(number, **wanted),
        asking=queries.asking(number) if runs and place.waiting else [],
        refusal=refusal or WordsForm(formdata=None),
        refused=refused,
    )
