"""/admin/units/<number>/place: what a unit is part of."""

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.admin import policy
from app.admin.forms.places import LookForm, WhereForm
from app.admin.house import queries
from app.core.access import authorize, me, reader
from app.core.db import Overtaken, load, writing
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext
from app.people.models import BelowItself, Closed, Unit

bp = Blueprint("unit_place", __name__, url_prefix="/units/<int:number>/place")


@bp.get("/edit")
def edit(number: int) -> ResponseReturnValue:
    unit = load(queries.units_seen_by(reader()), number)
    authorize(policy.change, unit)
    return _page(unit, WhereForm(formdata=None, obj=unit))


@bp.put("")
def update(number: int) -> ResponseReturnValue:
    unit = load(queries.units_seen_by(reader()), number)
    authorize(policy.change, unit)
    form = WhereForm()
    if not form.validate():
        return _page(unit, form, 422, wrong=_first(form))

    try:
        before, version = move(number, form)
    except Overtaken:
        return _page(load(queries.units_seen_by(reader()), number), form, 409)
    except (BelowItself, Closed) as refused:
        unit = load(queries.units_seen_by(reader()), number)
        return _page(unit, form, 422, wrong=refusal(refused))
    undo = undoing("admin.unit_place.destroy", number=number, to=before, version=version)
    say(gettext("The unit is moved, with everything below it."), undo=undo)
    return redirect(url_for("admin.units.show", number=number), code=303)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    """Back to where the address says it was."""
    authorize(policy.change, load(queries.units_seen_by(reader()), number))
    form = WhereForm(request.args, meta={"csrf": False})  # the request's token was checked
    if not form.validate():
        abort(404)
    try:
        move(number, form)
    except (BelowItself, Closed) as refused:
        say(refusal(refused))
    else:
        say(gettext("It is as it was."))
    return redirect(url_for("admin.units.show", number=number), code=303)


def move(number: int, form: WhereForm) -> tuple[int | None, int]:
    """Where it was, and the version it has now. Raises as the verb does."""
    with writing():
        queries.hold_tree()
        unit = load(queries.units_seen_by(me()), number, version=form.version.data)
        authorize(policy.change, unit)
        before = unit.parent_id
        seen = queries.units_seen_by(me())
        unit.move(load(seen, form.to.data) if form.to.data else None, by=me())
        return before, unit.version


def refusal(refused: Exception) -> str:
    """What somebody reads who asked for what cannot be."""
    if isinstance(refused, BelowItself):
        return gettext("A unit cannot be part of itself, nor of what is part of it.")
    return gettext("That unit is closed by now. Choose another one.")


def choices(unit: Unit) -> dict[str, Any]:
    """What a page needs that lets one choose another unit: those found, and where they stand."""
    form = LookForm(request.args)
    found = queries.elsewhere(unit.id, form.asked("words") or "")
    return {
        "look": form,
        "found": found[: queries.FEW],
        "has_more": len(found) > queries.FEW,
        "paths": queries.paths(row.id for row in found),
    }


def _first(form: WhereForm) -> str:
    return next(str(field.errors[0]) for field in form if field.errors)


def _page(
    unit: Unit, form: WhereForm, status: int = 200, *, wrong: str = ""
) -> ResponseReturnValue:
    return render_template(
        "admin/units/place.html",
        unit=unit,
        way=queries.path(unit.id)[:-1],
        is_overtaken=status == 409,
        wrong=wrong,
        **choices(unit),
    ), status
