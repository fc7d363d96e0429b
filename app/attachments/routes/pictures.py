"""/pictures: bringing one in, and looking at it for as long as one may."""

import re

from flask import Blueprint, Response, abort, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.attachments import queries
from app.attachments.forms import PictureForm, why_not
from app.attachments.models import Picture
from app.attachments.receiving import SMALL, keep, receive
from app.core.access import reader
from app.core.db import db, load, writing
from app.core.hypermedia import wants_json
from app.core.limits import accepts
from app.core.pictures import NotAPicture, Reason
from app.core.redirects import ours
from app.core.storage import storage
from app.people import queries as people

bp = Blueprint("pictures", __name__, url_prefix="/pictures")

KEY = re.compile("[0-9a-f]{32}")


@bp.get("/new")
def new() -> ResponseReturnValue:
    return _form(PictureForm(request.args), 200)


@bp.post("")
@accepts(megabytes=12)
def create() -> ResponseReturnValue:
    form = PictureForm()
    if not form.validate():
        return _refused(form, 422)
    try:
        received = receive(form.picture.data, by=reader())
    except NotAPicture as refused:
        form.picture.errors = [why_not(refused)]
        return _refused(form, 413 if refused.reason is Reason.TOO_LARGE else 422)

    with writing():
        owner = load(people.visible_to(reader()), reader().id)
        picture = keep(received, alt=form.alt.data, by=owner)
        made = {"key": picture.key, "url": _address(picture), "alt": picture.alt}
    if wants_json():
        return jsonify(made), 201
    return redirect(ours(form.next.data, otherwise=made["url"]), code=303)


@bp.get("/<key>")
def show(key: str) -> ResponseReturnValue:
    return _sent(_seen(key).key)


@bp.get("/<key>/small")
def small(key: str) -> ResponseReturnValue:
    return _sent(_seen(key).key + SMALL)


def _seen(key: str) -> Picture:
    if not KEY.fullmatch(key):
        abort(404)
    return db.first_or_404(queries.visible_to(reader()).where(Picture.key == key))


def _sent(key: str) -> Response:
    """The bytes under a key never change; whether one may see them is asked each time."""
    answer = Response(mimetype="image/webp")
    answer.set_etag(key.replace("/", "-"))
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer.make_conditional(request)
    if answer.status_code == 200:
        answer.data = storage().read(key)
    return answer


def _address(picture: Picture) -> str:
    return url_for("attachments.pictures.show", key=picture.key)


def _refused(form: PictureForm, status: int) -> ResponseReturnValue:
    if wants_json():
        words = next(iter(form.errors.values()))[0]
        return jsonify(message=str(words)), status
    return _form(form, status)


def _form(form: PictureForm, status: int) -> ResponseReturnValue:
    return render_template("attachments/pictures/new.html", form=form), status
