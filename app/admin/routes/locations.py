"""/admin/locations: where people work, and what these places are called."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError

from app.admin import policy
from app.admin.forms.places import LocationChangeForm, NamedForm, NewLocationForm
from app.admin.house import queries
from app.core.access import authorize, me, reader
from app.core.db import Overtaken, load, writing
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext
from app.core.once import made_by, remember
from app.people.models import Location

bp = Blueprint("locations", __name__, url_prefix="/locations")


@bp.get("")
def index() -> ResponseReturnValue:
    authorize(policy.arrange)
    return _list(NewLocationForm(formdata=None), 200)


@bp.post("")
def create() -> ResponseReturnValue:
    authorize(policy.arrange)
    form = NewLocationForm()
    if not form.validate():
        return _list(form, 422)

    try:
        with writing():
            authorize(policy.arrange)
            number = made_by(form.once.data, me().id)
            if number is None and not _is_taken(form):
                number = Location.open(form.name.data, by=me()).id
                remember(form.once.data, me().id, number)
                say(gettext("The location is open."))
    except IntegrityError:
        _say_taken(form)  # somebody opened it in the same moment
    if form.errors:
        return _list(form, 422)
    return redirect(url_for("admin.locations.index"), code=303)


@bp.get("/<int:number>")
def show(number: int) -> ResponseReturnValue:
    location = load(queries.locations_seen_by(reader()), number)
    authorize(policy.arrange)
    return _page(location, LocationChangeForm(formdata=None, obj=location))


@bp.put("/<int:number>")
def update(number: int) -> ResponseReturnValue:
    location = load(queries.locations_seen_by(reader()), number)
    authorize(policy.change, location)
    form = LocationChangeForm()
    if not form.validate():
        return _page(location, form, 422)

    before = version = None
    try:
        with writing():
            seen = queries.locations_seen_by(me())
            location = load(seen, number, version=form.version.data)
            authorize(policy.change, location)
            if not _is_taken(form, but=number):
                before = location.name
                location.rename(form.name.data, by=me())
                version = location.version
    except Overtaken:
        location = load(queries.locations_seen_by(reader()), number)
        form.face(location)
        return _page(location, form, 409)
    except IntegrityError:
        _say_taken(form)
    if form.errors:
        return _page(load(queries.locations_seen_by(reader()), number), form, 422)
    undo = undoing("admin.location_name.destroy", number=number, name=before, version=version)
    say(gettext("The location has a new name."), undo=undo)
    return redirect(url_for("admin.locations.index"), code=303)


def _is_taken(form: NamedForm, *, but: int | None = None) -> bool:
    """Two spellings of one place are what merging is for, not what opening is for."""
    if not (same := queries.location_like(form.name.data or "", but=but)):
        return False
    _say_taken(form, is_closed=same.closed_at is not None)
    return True


def _say_taken(form: NamedForm, *, is_closed: bool = False) -> None:
    form.name.errors = [
        gettext("There is a closed location with that name. Open that one again.")
        if is_closed
        else gettext("There is a location with that name already.")
    ]


def _list(form: NewLocationForm, status: int) -> ResponseReturnValue:
    is_open = request.args.get("state") != "closed"
    return render_template(
        "admin/locations/index.html",
        form=form,
        is_open=is_open,
        locations=queries.locations(is_open=is_open),
    ), status


def _page(location: Location, form: LocationChangeForm, status: int = 200) -> ResponseReturnValue:
    everywhere = queries.locations()
    return render_template(
        "admin/locations/show.html",
        location=location,
        form=form,
        others=[row for row in everywhere if row.id != location.id],
        is_overtaken=status == 409,
    ), status
