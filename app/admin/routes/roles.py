"""/admin/people/<n>/roles: trusting somebody with something, and no longer.

A role that takes two is only proposed here; `proposals.py` is where the second person agrees.
"""

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.admin import queries
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.people import policy
from app.people import queries as people
from app.people.freshly import fresh
from app.people.models import Proposal, Role
from app.people.roles import WORDS

bp = Blueprint("roles", __name__, url_prefix="/people/<int:number>/roles/<role>")


@bp.get("")
@fresh
def show(number: int, role: str) -> ResponseReturnValue:
    """Taking a role away asks first: for some of them there is no undo."""
    wanted = _role(role)
    authorize(policy.look_at, person := queries.account(number) or abort(404))
    grant = queries.grants(number).get(wanted) or abort(404)
    authorize(policy.withdraw, person, wanted, _is_last_admin(number, wanted))
    return render_template("admin/roles/show.html", person=person, role=wanted, grant=grant)


@bp.post("")
@fresh
def create(number: int, role: str) -> ResponseReturnValue:
    wanted = _role(role)
    with writing():
        people.one_change_at_a_time()
        person = load(people.visible_to(me()), number)
        name = person.name
        if wanted in policy.SECONDED:
            authorize(policy.propose, person, wanted)
            waiting = queries.proposal_for(person, wanted)
            if waiting is None and wanted not in person.roles:
                waiting = Proposal.make(person, wanted, by=me())
            proposal = waiting and waiting.id
        else:
            authorize(policy.grant, person, wanted)
            person.grant(wanted, by=me())
            proposal = None

    parts = {"name": name, "role": gettext(WORDS[wanted])}
    if proposal:
        said = gettext("%(name)s is proposed: %(role)s. Somebody else has to agree.", **parts)
        say(said, undo=url_for("admin.proposals.destroy", number=proposal) + "?_method=DELETE")
    elif wanted in policy.SECONDED:
        say(gettext("%(name)s has this role already: %(role)s.", **parts))
    else:
        here = url_for("admin.roles.destroy", number=number, role=wanted.value)
        say(gettext("%(name)s has a new role: %(role)s.", **parts), undo=f"{here}?_method=DELETE")
    return redirect(url_for("admin.people.show", number=number), code=303)


@bp.delete("")
@fresh
def destroy(number: int, role: str) -> ResponseReturnValue:
    """Whoever loses a role is signed out everywhere, also whoever lays down their own."""
    wanted = _role(role)
    with writing():
        people.one_change_at_a_time()
        person = load(people.visible_to(me()), number)
        authorize(policy.withdraw, person, wanted, _is_last_admin(number, wanted))
        may_undo = policy.grant(me(), person, wanted)
        name = person.name
        person.withdraw(wanted, by=me())

    if number == reader().id:
        return redirect(url_for("people.sign_in.new"), code=303)
    say(
        gettext(
            "%(name)s no longer has this role: %(role)s. They are signed out everywhere.",
            name=name,
            role=gettext(WORDS[wanted]),
        ),
        undo=url_for("admin.roles.create", number=number, role=wanted.value) if may_undo else "",
    )
    return redirect(url_for("admin.people.show", number=number), code=303)


def _role(word: str) -> Role:
    return Role(word) if word in set(Role) else abort(404)


def _is_last_admin(number: int, role: Role) -> bool:
    return role is Role.ADMIN and queries.is_last_admin(number)
