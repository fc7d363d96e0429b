"""/ideas/groups/<number>/ideas: which ideas are analysed together."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.fields import line
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext
from app.ideas import grouping, policy, queries

bp = Blueprint("group_ideas", __name__, url_prefix="/groups/<int:number>/ideas")

LONGEST_SEARCH = 80  # characters


@bp.get("/new")
def new(number: int) -> ResponseReturnValue:
    """Those that say something like the group stand there already; any other is looked for."""
    authorize(policy.triage)
    group = load(queries.groups_visible_to(reader()), number)
    words = line(request.args.get("q", ""))[:LONGEST_SEARCH]
    found = queries.holding(words, besides=0) if words else queries.like_the_group(group)
    return render_template("ideas/group_ideas/new.html", group=group, words=words, found=found)


@bp.put("/<int:idea>")
def update(number: int, idea: int) -> ResponseReturnValue:
    """It is in this group from now on, and in no other."""
    authorize(policy.group, load(queries.visible_to(reader()), idea))
    with writing():
        group = load(queries.groups_visible_to(me()), number)
        joining = load(queries.visible_to(me()), idea)
        authorize(policy.group, joining)
        grouping.join(joining, group, by=me())
    undo = undoing("ideas.group_ideas.destroy", number=number, idea=idea)
    say(gettext("It is analysed with the others from now on."), undo=undo)
    return redirect(url_for("ideas.groups.show", number=number), code=303)


@bp.delete("/<int:idea>")
def destroy(number: int, idea: int) -> ResponseReturnValue:
    authorize(policy.triage)
    with writing():
        authorize(policy.triage)
        load(queries.groups_visible_to(me()), number)
        leaving = load(queries.visible_to(me()), idea)
        if leaving.group_id == number:
            grouping.leave(leaving, by=me())
    undo = undoing("ideas.group_ideas.update", method="PUT", number=number, idea=idea)
    say(gettext("It is analysed by itself again."), undo=undo)
    return redirect(url_for("ideas.groups.show", number=number), code=303)
