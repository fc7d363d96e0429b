"""/people/pictures/<key> and /account/picture: the faces of the house."""

import secrets

from flask import Blueprint, Response, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.access import me
from app.core.db import writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.core.limits import accepts
from app.core.storage import BadKey, storage
from app.people.forms import PictureForm

bp = Blueprint("picture", __name__)

KEPT = {
    "Cache-Control": "private, max-age=31536000, immutable",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
}


@bp.get("/people/pictures/<string(length=32):key>")
def show(key: str) -> ResponseReturnValue:
    try:
        data = storage().read(_place(key))
    except (BadKey, FileNotFoundError):
        abort(404)
    return Response(data, mimetype="image/webp", headers=KEPT)


@bp.get("/account/picture")
def edit() -> ResponseReturnValue:
    return _page(PictureForm(formdata=None))


@bp.put("/account/picture")
@accepts(megabytes=25)  # a telephone’s picture is told at its field that it is too large
def update() -> ResponseReturnValue:
    form = PictureForm()
    if not form.validate():
        return _page(form, 413 if form.is_too_large else 422)

    key = secrets.token_hex(16)
    storage().put(_place(key), form.prepared.small.data)
    with writing():
        replaced = me().show_face(key)
    _forget(replaced)
    say(gettext("There you are. Your picture is on everything you write."))
    return redirect(url_for("people.picture.edit"), code=303)


@bp.delete("/account/picture")
def destroy() -> ResponseReturnValue:
    with writing():
        replaced = me().show_face(None)
    _forget(replaced)
    say(gettext("Your picture is gone."))
    return redirect(url_for("people.picture.edit"), code=303)


def _forget(key: str | None) -> None:
    if key:
        storage().delete(_place(key))


def _place(key: str) -> str:
    """A shelf of its own in the storage: nothing else can be asked for here."""
    return f"faces/{key}"


def _page(form: PictureForm, status: int = 200) -> ResponseReturnValue:
    return render_template("people/picture/edit.html", form=form), status
