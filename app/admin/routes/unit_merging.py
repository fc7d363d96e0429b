"""/admin/units/<number>/merging: two units become one, after a look at what that means."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.admin import policy
from app.admin.forms.places import LookForm, WhereForm
from app.admin.house import queries
from app.admin.routes.unit_place import choices, refusal
from app.core.access import authorize, me, reader
from app.core.db import Overtaken, load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.people.models import BelowItself, Closed, Unit

bp = Blueprint("unit_merging", __name__, url_prefix="/units/<int:number>/merging")


@bp.get("/new")
def new(number: int) -> ResponseReturnValue:
    """Which one survives, and then what will happen."""
    unit = load(queries.units_seen_by(reader()), number)
    authorize(policy.arrange)
    return _page(unit, LookForm(request.args).asked("to"))


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    unit = load(queries.units_seen_by(reader()), number)
    authorize(policy.arrange)
    form = WhereForm()
    if not form.validate() or not form.to.data:
        return _page(unit, None, 422, wrong=gettext("Choose the unit that stays."))

    try:
        with writing():
            authorize(policy.arrange)
            queries.hold_tree()
            unit = load(queries.units_seen_by(me()), number, version=form.version.data)
            survivor = load(queries.units_seen_by(me()), form.to.data)
            unit.merge(survivor, by=me())
    except Overtaken:
        return _page(load(queries.units_seen_by(reader()), number), form.to.data, 409)
    except (BelowItself, Closed) as refused:
        return _page(
            load(queries.units_seen_by(reader()), number), None, 422, wrong=refusal(refused)
        )
    say(gettext("The two units are one."))
    return redirect(url_for("admin.units.show", number=form.to.data), code=303)


def _page(unit: Unit, to: int | None, status: int = 200, *, wrong: str = "") -> ResponseReturnValue:
    survivor = load(queries.units_seen_by(reader()), to) if to else None
    if survivor is None:
        return render_template(
            "admin/units/merging/choose.html", unit=unit, wrong=wrong, **choices(unit)
        ), status
    return render_template(
        "admin/units/merging/confirm.html",
        unit=unit,
        survivor=survivor,
        page=queries.parts(unit.id, limit=queries.FEW),
        heads=queries.heads([unit.id, survivor.id]),
        form=WhereForm(formdata=None, to=survivor.id, version=unit.version),
        is_overtaken=status == 409,
    ), status
