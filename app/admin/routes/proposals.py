"""/admin/roles: who is proposed for a role that takes two, and what the second person says."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.admin import policy as admin_policy
from app.admin import queries
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.people import policy
from app.people import queries as people
from app.people.freshly import fresh
from app.people.models import Proposal
from app.people.models.proposal import STANDS
from app.people.roles import WORDS

bp = Blueprint("proposals", __name__, url_prefix="/roles")


@bp.get("")
def index() -> ResponseReturnValue:
    authorize(admin_policy.join_in)
    return render_template(
        "admin/proposals/index.html",
        waiting=queries.waiting(reader()),
        lately=queries.lately(reader()),
        held=queries.held() if reader().is_admin else {},
        stands=STANDS,
    )


@bp.delete("/<int:number>")
@fresh
def destroy(number: int) -> ResponseReturnValue:
    """Taken back by whoever made it."""
    with writing():
        people.one_change_at_a_time()
        proposal: Proposal = load(queries.proposals_seen_by(me()), number)
        authorize(policy.take_back, proposal)
        name, waits = proposal.person.name, proposal.waits
        if waits:
            proposal.take_back(by=me())
    return _back(gettext("%(name)s is no longer proposed.", name=name), waits)


@bp.post("/<int:number>/agreement")
@fresh
def agree(number: int) -> ResponseReturnValue:
    with writing():
        people.one_change_at_a_time()
        proposal: Proposal = load(queries.proposals_seen_by(me()), number)
        authorize(policy.settle, proposal, queries.is_held(proposal))
        name, role, waits = proposal.person.name, proposal.role, proposal.waits
        if waits:
            proposal.agree(by=me())
    parts = {"name": name, "role": gettext(WORDS[role])}
    return _back(gettext("%(name)s has a new role: %(role)s.", **parts), waits)


@bp.post("/<int:number>/refusal")
@fresh
def decline(number: int) -> ResponseReturnValue:
    with writing():
        people.one_change_at_a_time()
        proposal: Proposal = load(queries.proposals_seen_by(me()), number)
        authorize(policy.settle, proposal, queries.is_held(proposal))
        name, waits = proposal.person.name, proposal.waits
        if waits:
            proposal.decline(by=me())
    return _back(gettext("You have declined. %(name)s does not get the role.", name=name), waits)


def _back(said: str, did: bool) -> ResponseReturnValue:
    """Two may press in the same moment: the second one hears that it was over."""
    say(said if did else gettext("That proposal has come to an end already."))
    return redirect(url_for("admin.proposals.index"), code=303)
