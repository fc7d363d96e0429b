"""/spaces: the rooms of the house."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import Overtaken, load, writing
from app.core.freshness import reading
from app.core.hypermedia import say, view
from app.core.i18n import gettext
from app.core.once import made_by, remember
from app.spaces import policy, queries
from app.spaces.forms import EditSpaceForm, FindForm, NewSpaceForm
from app.spaces.models import Space, Standing
from app.spaces.routes.place import page, standing

bp = Blueprint("spaces", __name__)


@bp.get("")
@reading
def index() -> ResponseReturnValue:
    form = FindForm(request.args)
    wanted = form.wanted
    is_first = not wanted["words"] and not wanted["after"]
    return view(
        "spaces/spaces/index.html",
        part="spaces/spaces/_spaces.html",
        form=form,
        wanted=wanted,
        spaces=queries.directory(reader(), **wanted),
        mine=queries.mine(reader()) if is_first else [],
        inviting=queries.inviting(reader()) if is_first else [],
    )


@bp.get("/new")
def new() -> ResponseReturnValue:
    authorize(policy.open)
    above = _above(request.args.get("within", type=int))
    form = NewSpaceForm(formdata=None, within=above and above.space.id)
    return _new(form, above, 200)


@bp.post("")
def create() -> ResponseReturnValue:
    authorize(policy.open)
    form = NewSpaceForm()
    above = _above(form.within.data)
    form.offer(within=above and above.space)
    if not form.validate():
        return _new(form, above, 422)

    with writing():
        above = _above(form.within.data)
        authorize(policy.open)
        number = made_by(form.once.data, me().id)
        if number is None:
            number = _opened(form, above).id
            remember(form.once.data, me().id, number)
    say(gettext("The space is open. Now tell what it is about, and invite people."))
    return redirect(url_for("spaces.spaces.show", number=number), code=303)


@bp.get("/<int:number>")
@reading
def show(number: int) -> ResponseReturnValue:
    place = standing(number)
    return page(
        "spaces/spaces/show.html",
        place,
        here="overview",
        below=queries.below(reader(), number) if place.space.parent_id is None else [],
        managers=queries.managers(number) if policy.see_in(reader(), place) else [],
    )


@bp.get("/<int:number>/edit")
def edit(number: int) -> ResponseReturnValue:
    place = standing(number)
    authorize(policy.run, place)
    return _edit(place, EditSpaceForm(formdata=None, obj=place.space), 200)


@bp.put("/<int:number>")
def update(number: int) -> ResponseReturnValue:
    place = standing(number)
    authorize(policy.run, place)
    form = EditSpaceForm()
    form.offer(within=place.space.parent, now=place.space.visibility)
    form.has_stood(place.space.name, place.space.summary, place.space.about)
    if not form.validate():
        return _edit(place, form, 422)

    try:
        with writing():
            load(queries.visible_to(me()), number, version=form.version.data)
            place = standing(number)
            authorize(policy.run, place)
            _change(place.space, form)
    except Overtaken:
        place = standing(number)
        form.face(place.space)
        return _edit(place, form, 409)
    say(gettext("Saved."))
    return redirect(url_for("spaces.spaces.show", number=number), code=303)


def _opened(form: NewSpaceForm, above: Standing | None) -> Space:
    return Space.open(
        form.name.data,
        by=me(),
        summary=form.summary.data,
        visibility=form.visibility.data,
        joining=form.joining.data,
        colour=form.colour.data,
        parent=above and above.space,
    )


def _change(space: Space, form: EditSpaceForm) -> None:
    space.describe(
        name=form.name.data,
        summary=form.summary.data,
        about=form.about.data,
        rendered=form.about.rendered,
        colour=form.colour.data,
        needs_approval=form.needs_approval.data,
        by=me(),
    )
    below = queries.held_below(space.id)
    space.show_to(form.visibility.data, form.joining.data, below=below, by=me())


def _above(number: int | None) -> Standing | None:
    """The space a new one is to be part of, whose runner says so."""
    if number is None:
        return None
    place = standing(number)
    authorize(policy.open_within, place)
    return place


def _new(form: NewSpaceForm, above: Standing | None, status: int) -> ResponseReturnValue:
    form.offer(within=above and above.space)
    return render_template("spaces/spaces/new.html", form=form, above=above), status


def _edit(place: Standing, form: EditSpaceForm, status: int) -> ResponseReturnValue:
    form.offer(within=place.space.parent, now=place.space.visibility)
    return page("spaces/spaces/edit.html", place, here="edit", status=status, form=form)
