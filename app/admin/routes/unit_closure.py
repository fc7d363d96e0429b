"""/admin/units/<number>/closure: a unit that is no more, and one that is again."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.admin import policy
from app.admin.forms.places import LookForm, WhereForm
from app.admin.house import queries
from app.admin.routes.unit_place import choices, refusal
from app.core.access import authorize, me, reader
from app.core.db import Overtaken, load, writing
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext
from app.people.models import BelowItself, Closed, Unit

bp = Blueprint("unit_closure", __name__, url_prefix="/units/<int:number>/closure")


@bp.get("/new")
def new(number: int) -> ResponseReturnValue:
    """Whether there is anybody to move, and where to."""
    unit = load(queries.units_seen_by(reader()), number)
    authorize(policy.change, unit)
    return _page(unit, LookForm(request.args).asked("to"))


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    unit = load(queries.units_seen_by(reader()), number)
    authorize(policy.change, unit)
    form = WhereForm()
    if not form.validate():
        return _page(unit, None, 422)

    moving = False
    try:
        with writing():
            queries.hold_tree()
            unit = load(queries.units_seen_by(me()), number, version=form.version.data)
            authorize(policy.change, unit)
            to = load(queries.units_seen_by(me()), form.to.data) if form.to.data else None
            heads = queries.heads([number])[number]
            moving = bool(heads.here or heads.units)
            if to or not moving:
                unit.close(by=me(), moving_to=to if moving else None)
            version = unit.version
    except Overtaken:
        return _page(load(queries.units_seen_by(reader()), number), form.to.data, 409)
    except (BelowItself, Closed) as refused:
        unit = load(queries.units_seen_by(reader()), number)
        return _page(unit, None, 422, wrong=refusal(refused))
    if moving and not form.to.data:
        wrong = gettext("There is still somebody in it. Choose where they go.")
        return _page(load(queries.units_seen_by(reader()), number), None, 422, wrong=wrong)
    undo = undoing("admin.unit_closure.destroy", number=number, version=version)
    say(gettext("The unit is closed."), undo="" if moving else undo)
    return redirect(url_for("admin.units.show", number=number), code=303)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    """Open again. An undo says of which closing; a press on the page means any."""
    load(queries.units_seen_by(reader()), number)
    authorize(policy.arrange)
    version = request.args.get("version", type=int)
    with writing():
        authorize(policy.arrange)
        queries.hold_tree()
        unit = load(queries.units_seen_by(me()), number, version=version)
        unit.reopen(by=me())
    say(gettext("The unit is open again."))
    return redirect(url_for("admin.units.show", number=number), code=303)


def _page(unit: Unit, to: int | None, status: int = 200, *, wrong: str = "") -> ResponseReturnValue:
    target = load(queries.units_seen_by(reader()), to) if to else None
    heads = queries.heads([unit.id])[unit.id]
    is_empty = not (heads.here or heads.units)
    chosen = {} if target or is_empty else choices(unit)
    return render_template(
        "admin/units/closure.html",
        unit=unit,
        target=target,
        heads=heads,
        page=queries.parts(unit.id, limit=queries.FEW),
        is_empty=is_empty,
        form=WhereForm(formdata=None, to=target and target.id, version=unit.version),
        is_overtaken=status == 409,
        wrong=wrong,
        **chosen,
    ), status
