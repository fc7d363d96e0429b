"""/ideas/groups/<number>/decision: one decision for ideas that were analysed together."""

from collections.abc import Iterable

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import ngettext
from app.ideas import grouping, policy, queries
from app.ideas.forms import GroupDecisionForm

bp = Blueprint("group_decision", __name__, url_prefix="/groups/<int:number>/decision")


@bp.get("/new")
def new(number: int) -> ResponseReturnValue:
    authorize(policy.triage)
    return _page(number, GroupDecisionForm(formdata=None))


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    """What somebody moved meanwhile is left as it is, and said: sending it again decides."""
    authorize(policy.triage)
    form = GroupDecisionForm()
    if not form.validate() or (words := form.words_to_each()) is None:
        return _page(number, form, 422)

    chosen, decision = form.ideas.data, form.decision
    with writing():
        authorize(policy.triage)
        load(queries.groups_visible_to(me()), number)
        ideas = queries.hold_grouped(number)
        moved = grouping.decide(ideas, chosen, decision, words, by=me())
    decided = len(chosen) - len(moved)
    if moved:
        return _page(number, form, 409, moved=moved, decided=decided)
    say(ngettext("%(num)s idea is decided.", "%(num)s ideas are decided.", decided))
    return redirect(url_for("ideas.groups.show", number=number), code=303)


def _page(
    number: int,
    form: GroupDecisionForm,
    status: int = 200,
    *,
    moved: Iterable[int] = (),
    decided: int = 0,
) -> ResponseReturnValue:
    """Every idea is chosen at first; then those that were, or those that were overtaken."""
    group = load(queries.groups_visible_to(reader()), number)
    ideas = queries.ideas_in(number)
    chosen = set(moved) if moved else set(form.ideas.data or [row.id for row in ideas])
    return render_template(
        "ideas/group_decision/new.html",
        group=group,
        ideas=ideas,
        form=form,
        chosen=chosen,
        moved=set(moved),
        gone=set(moved) - {row.id for row in ideas},
        decided=decided,
    ), status
