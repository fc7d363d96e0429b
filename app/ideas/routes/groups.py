"""/ideas/groups: ideas that are analysed together."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import HIGHEST, Overtaken, load, writing
from app.core.freshness import reading
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.core.once import made_by, remember
from app.core.paging import begun
from app.ideas import grouping, policy, queries
from app.ideas.forms import GroupForm
from app.ideas.models import Group, Idea

bp = Blueprint("groups", __name__, url_prefix="/groups")


@bp.get("")
@reading
def index() -> ResponseReturnValue:
    """`?idea=` is one that looks for its group."""
    return render_template(
        "ideas/groups/index.html",
        page=queries.groups(begun(request.args, "before", HIGHEST)),
        idea=_looking(),
    )


@bp.get("/new")
def new() -> ResponseReturnValue:
    authorize(policy.triage)
    return _form("ideas/groups/new.html", GroupForm(formdata=None), idea=_looking())


@bp.post("")
def create() -> ResponseReturnValue:
    authorize(policy.triage)
    idea, form = _looking(), GroupForm()
    if not form.validate():
        return _form("ideas/groups/new.html", form, 422, idea=idea)

    first = idea.id if idea else None
    with writing():
        authorize(policy.triage)
        number = made_by(form.once.data, me().id)
        if number is None:
            group = grouping.open_group(form.title.data or "", form.text.data, form.text.rendered)
            number = group.id
            remember(form.once.data, me().id, number)
            if first is not None:
                idea = load(queries.visible_to(me()), first)
                authorize(policy.group, idea)
                grouping.join(idea, group, by=me())
    say(gettext("The group is there. Now bring the ideas that belong to it."))
    return redirect(url_for("ideas.groups.show", number=number), code=303)


@bp.get("/<int:number>")
@reading
def show(number: int) -> ResponseReturnValue:
    group = load(queries.groups_visible_to(reader()), number)
    return render_template(
        "ideas/groups/show.html", group=group, ideas=queries.ideas_in(group.id), words=""
    )


@bp.get("/<int:number>/edit")
def edit(number: int) -> ResponseReturnValue:
    authorize(policy.triage)
    group = load(queries.groups_visible_to(reader()), number)
    return _form("ideas/groups/edit.html", GroupForm(formdata=None, obj=group), group=group)


@bp.put("/<int:number>")
def update(number: int) -> ResponseReturnValue:
    authorize(policy.triage)
    group = load(queries.groups_visible_to(reader()), number)
    form = GroupForm()
    form.has_stood(group.text)
    if not form.validate():
        return _form("ideas/groups/edit.html", form, 422, group=group)

    try:
        with writing():
            authorize(policy.triage)
            seen = queries.groups_visible_to(me())
            group = load(seen, number, version=form.version.data)
            grouping.describe(group, form.title.data or "", form.text.data, form.text.rendered)
    except Overtaken:
        group = load(queries.groups_visible_to(reader()), number)
        form.face(group)
        return _form("ideas/groups/edit.html", form, 409, group=group)
    return redirect(url_for("ideas.groups.show", number=number), code=303)


@bp.delete("/<int:number>")
def destroy(number: int) -> ResponseReturnValue:
    authorize(policy.triage)
    with writing():
        authorize(policy.triage)
        group = load(queries.groups_visible_to(me()), number)
        grouping.dissolve(group, queries.hold_grouped(number), by=me())
    say(gettext("The group is dissolved; each of its ideas goes on by itself."))
    return redirect(url_for("ideas.groups.index"), code=303)


def _looking() -> Idea | None:
    number = request.args.get("idea", type=int)
    if number is None or not policy.triage(reader()):
        return None
    return load(queries.visible_to(reader()), number)


def _form(
    template: str,
    form: GroupForm,
    status: int = 200,
    group: Group | None = None,
    idea: Idea | None = None,
) -> ResponseReturnValue:
    overtaken = status == 409
    return render_template(template, form=form, group=group, idea=idea, overtaken=overtaken), status
