"""/admin/locations/<number>/merging: two spellings of one place become one."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.admin import policy
from app.admin.forms.places import LookForm, WhereForm
from app.admin.house import queries
from app.core.access import authorize, me, reader
from app.core.db import Overtaken, load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.people.models import BelowItself, Closed

bp = Blueprint("location_merging", __name__, url_prefix="/locations/<int:number>/merging")


@bp.get("/new")
def new(number: int) -> ResponseReturnValue:
    load(queries.locations_seen_by(reader()), number)
    authorize(policy.arrange)
    return _page(number, LookForm(request.args).asked("to") or abort(404))


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    load(queries.locations_seen_by(reader()), number)
    authorize(policy.arrange)
    form = WhereForm()
    if not form.validate() or not form.to.data:
        return _page(number, form.to.data or abort(404), 422)

    try:
        with writing():
            authorize(policy.arrange)
            seen = queries.locations_seen_by(me())
            # always the lower number first: two who merge crosswise wait, and do not block
            for one in sorted((number, form.to.data)):
                load(seen, one)
            location = load(seen, number, version=form.version.data)
            location.merge(load(seen, form.to.data), by=me())
    except Overtaken:
        return _page(number, form.to.data, 409)
    except (BelowItself, Closed):
        say(gettext("That location is closed by now. Choose another one."))
        return redirect(url_for("admin.locations.show", number=number), code=303)
    say(gettext("The two locations are one."))
    return redirect(url_for("admin.locations.index"), code=303)


def _page(number: int, to: int, status: int = 200) -> ResponseReturnValue:
    location = load(queries.locations_seen_by(reader()), number)
    survivor = load(queries.locations_seen_by(reader()), to)
    return render_template(
        "admin/locations/merging.html",
        location=location,
        survivor=survivor,
        people=queries.count_at(number),
        form=WhereForm(formdata=None, to=to, version=location.version),
        is_overtaken=status == 409,
    ), status
