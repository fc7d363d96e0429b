"""/admin/units: the tree of units, one unit, and opening another."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.admin import policy
from app.admin.forms.places import LookForm, NewUnitForm, UnitChangeForm
from app.admin.house import queries
from app.core.access import authorize, me, reader
from app.core.db import Overtaken, load, writing
from app.core.hypermedia import say, undoing, view
from app.core.i18n import gettext
from app.core.once import made_by, remember
from app.people.models import Closed, Unit

bp = Blueprint("units", __name__, url_prefix="/units")


@bp.get("")
def index() -> ResponseReturnValue:
    """The tree, opened down to one unit; or what was looked for; or what is closed."""
    authorize(policy.arrange)
    form = LookForm(request.args)
    after, opened = form.asked("after"), form.asked("open")
    if words := form.asked("words"):
        page = queries.found(words, after=after)
        return _list("found", form, page, paths=queries.paths(row.id for row in page.rows))
    if request.args.get("state") == "closed":
        return _list("closed", form, queries.closed(after=after), paths={})
    way = [row.id for row in queries.path(opened)] if opened else []
    rows = queries.tree(way, after=after)
    if len(rows) == 1 and not (after or "open" in request.args):
        way = [rows[0].id]  # all there is stands within it: nobody has to open it first
        rows = queries.tree(way)
    return view(
        "admin/units/index.html",
        part="admin/units/_tree.html",
        form=form,
        state="open",
        branches=_branches(rows, way),
        heads=queries.heads(row.id for row in rows),
        opened=set(way),
        after=after,
        most=queries.PAGE,
    )


@bp.get("/<int:number>")
def show(number: int) -> ResponseReturnValue:
    unit = load(queries.units_seen_by(reader()), number)
    authorize(policy.arrange)
    page = queries.parts(number, after=LookForm(request.args).asked("after"))
    return render_template(
        "admin/units/show.html",
        unit=unit,
        way=queries.path(number)[:-1],
        page=page,
        heads=queries.heads([number, *(row.id for row in page.rows)]),
    )


@bp.get("/new")
def new() -> ResponseReturnValue:
    authorize(policy.arrange)
    within = request.args.get("within", type=int)
    if within:
        load(queries.units_seen_by(reader()), within)
    return _new(NewUnitForm(formdata=None, within=within), 200)


@bp.post("")
def create() -> ResponseReturnValue:
    authorize(policy.arrange)
    form = NewUnitForm()
    if not form.validate():
        return _new(form, 422)

    try:
        with writing():
            authorize(policy.arrange)
            queries.hold_tree()
            number = made_by(form.once.data, me().id)
            if number is None and not _is_taken(form, within=form.within.data):
                above = _above(form.within.data)
                unit = Unit.open(form.name.data, form.office.data, by=me(), within=above)
                number = unit.id
                remember(form.once.data, me().id, number)
    except Closed:
        form.form_errors = [gettext("What it should be part of is closed by now.")]
    if form.errors:
        return _new(form, 422)
    say(gettext("The unit is open."))
    return redirect(url_for("admin.units.show", number=number), code=303)


@bp.get("/<int:number>/edit")
def edit(number: int) -> ResponseReturnValue:
    unit = load(queries.units_seen_by(reader()), number)
    authorize(policy.change, unit)
    return _edit(UnitChangeForm(formdata=None, obj=unit), unit)


@bp.put("/<int:number>")
def update(number: int) -> ResponseReturnValue:
    unit = load(queries.units_seen_by(reader()), number)
    authorize(policy.change, unit)
    form = UnitChangeForm()
    if not form.validate():
        return _edit(form, unit, 422)

    try:
        with writing():
            unit = load(queries.units_seen_by(me()), number, version=form.version.data)
            authorize(policy.change, unit)
            before = {"name": unit.name, "office": unit.office.value}
            if not _is_taken(form, within=unit.parent_id, but=number):
                unit.rename(form.name.data, by=me())
                unit.serve(form.office.data, by=me())
            version = unit.version
    except Overtaken:
        unit = load(queries.units_seen_by(reader()), number)
        form.face(unit)
        return _edit(form, unit, 409)
    if form.errors:
        return _edit(form, load(queries.units_seen_by(reader()), number), 422)
    undo = undoing("admin.unit_changes.destroy", number=number, version=version, **before)
    say(gettext("The unit is changed."), undo=undo)
    return redirect(url_for("admin.units.show", number=number), code=303)


def _is_taken(form: Any, *, within: int | None, but: int | None = None) -> bool:
    """Two units side by side with one name are mistaken for one another."""
    if not queries.namesake(form.name.data, within=within, but=but):
        return False
    form.name.errors = [gettext("There is a unit with that name here already.")]
    return True


def _above(number: int | None) -> Unit | None:
    return load(queries.units_seen_by(me()), number) if number else None


def _branches(rows: list, way: list[int]) -> dict[int, list]:
    """The rows by what they are part of; 0 is the top."""
    branches: dict[int, list] = {}
    for row in rows:
        above = row.parent_id if row.parent_id in way else 0
        branches.setdefault(above, []).append(row)
    return branches


def _list(state: str, form: LookForm, page: Any, **more: Any) -> ResponseReturnValue:
    return view(
        "admin/units/index.html",
        part="admin/units/_list.html",
        form=form,
        state=state,
        page=page,
        heads=queries.heads(row.id for row in page.rows),
        **more,
    )


def _new(form: NewUnitForm, status: int) -> ResponseReturnValue:
    way = queries.path(form.within.data) if form.within.data else []
    return render_template("admin/units/new.html", form=form, way=way), status


def _edit(form: UnitChangeForm, unit: Unit, status: int = 200) -> ResponseReturnValue:
    return render_template(
        "admin/units/edit.html", form=form, unit=unit, is_overtaken=status == 409
    ), status
