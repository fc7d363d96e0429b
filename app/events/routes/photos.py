"""/events/on/<number>/photos: how it looked."""

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.attachments.routes.covers import bring
from app.core.access import authorize, me, reader
from app.core.db import HIGHEST, load, writing
from app.core.hypermedia import say, undoing, view
from app.core.i18n import gettext
from app.core.limits import accepts
from app.core.paging import begun
from app.events import album, policy, queries, wording
from app.events.forms import PhotoForm
from app.events.models import Occurrence, Photo

bp = Blueprint("photos", __name__, url_prefix="/on/<int:number>/photos")


@bp.get("")
def index(number: int) -> ResponseReturnValue:
    return _page(load(queries.with_event(reader()), number), PhotoForm(formdata=None), 200)


@bp.post("")
@accepts(megabytes=12)
def create(number: int) -> ResponseReturnValue:
    occurrence = load(queries.with_event(reader()), number)
    authorize(policy.add_photo, occurrence, queries.was_there(reader().id, number))
    form = PhotoForm()
    bring(form)
    if not form.validate():
        return _page(load(queries.with_event(reader()), number), form, 422)
    key, alt = form.kept_cover, form.cover_alt.data
    try:
        with writing():
            occurrence = _held(number)
            authorize(policy.add_photo, occurrence, queries.was_there(me().id, number))
            photo = album.add(occurrence, key, alt, by=me()).id
    except album.TakenOut:
        form.cover_file.errors = [gettext("Whoever organises it has taken this photo out.")]
        return _page(load(queries.with_event(reader()), number), form, 422)
    undo = undoing("events.photos.destroy", number=number, photo=photo)
    say(gettext("The photo is there for everybody who sees the event."), undo=undo)
    return _to_photos(number)


@bp.delete("/<int:photo>")
def destroy(number: int, photo: int) -> ResponseReturnValue:
    """Taken out: nobody sees it any more but whose picture it is."""
    occurrence = load(queries.with_event(reader()), number)
    authorize(policy.remove_photo, occurrence.event, _found(number, photo))
    with writing():
        occurrence = _held(number)
        found = _found(number, photo)
        authorize(policy.remove_photo, occurrence.event, found)
        found.remove(by=me())
        album.show(occurrence, by=me())
    undo = undoing("events.photos.update", method="PUT", number=number, photo=photo)
    say(gettext("The photo is taken out."), undo=undo)
    return _to_photos(number)


@bp.put("/<int:photo>")
def update(number: int, photo: int) -> ResponseReturnValue:
    """Put back."""
    occurrence = load(queries.with_event(reader()), number)
    authorize(policy.put_photo_back, occurrence.event, _found(number, photo))
    with writing():
        occurrence = _held(number)
        found = _found(number, photo)
        authorize(policy.put_photo_back, occurrence.event, found)
        found.put_back()
        album.show(occurrence, by=me())
    say(gettext("The photo is there again."))
    return _to_photos(number)


def _held(number: int) -> Occurrence:
    return queries.held_for(me(), number)


def _found(number: int, photo: int) -> Photo:
    return queries.photo(number, photo) or abort(404)


def _to_photos(number: int) -> ResponseReturnValue:
    return redirect(url_for("events.photos.index", number=number), code=303)


def _page(occurrence: Occurrence, form: PhotoForm, status: int) -> ResponseReturnValue:
    was_there = queries.was_there(reader().id, occurrence.id)
    before = begun(request.args, "before", HIGHEST)
    return view(
        "events/photos/index.html",
        part="events/photos/_photos.html",
        status=status,
        event=occurrence.event,
        occurrence=occurrence,
        form=form,
        may_add=policy.add_photo(reader(), occurrence, was_there),
        page=queries.photos(occurrence.id, before=before),
        is_first=before == HIGHEST,
        wording=wording,
    )
