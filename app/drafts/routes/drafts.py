"""/drafts: keeping what somebody is still writing, for a script and for a plain button."""

from flask import Blueprint, abort, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from app.core.access import me, reader
from app.core.db import HIGHEST, Overtaken, load, writing
from app.core.hypermedia import say, wants_json
from app.core.i18n import gettext, iso
from app.core.limits import accepts
from app.core.redirects import ours
from app.drafts import continuing, queries
from app.drafts.keeping import TooMuch, fields_of, make_room, number_of
from app.drafts.models import Draft

bp = Blueprint("drafts", __name__, url_prefix="/drafts")


@bp.post("/<form>")
@accepts(megabytes=12)  # a picture may travel with the form: it is not kept, nor is it in the way
def create(form: str) -> ResponseReturnValue:
    """A new draft, or the one this form already has."""
    name = continuing.named(form).form
    fields = _fields()
    about = request.args.get("about", type=int)
    if about is not None and not 0 < about <= HIGHEST:
        abort(404)
    if request.form.get("draft"):
        return _go_on(fields)

    with writing():
        try:
            make_room(me())
        except TooMuch:
            abort(413)
        draft = Draft.begin(name, fields, by=me(), about=about)
    return _saved(draft, 201)


@bp.put("/<int:number>")
@accepts(megabytes=12)
def update(number: int) -> ResponseReturnValue:
    load(queries.visible_to(reader()), number)
    return _save(number, _fields())


@bp.delete("/<int:number>")
def destroy(number: int) -> ResponseReturnValue:
    with writing():
        load(queries.visible_to(reader()), number).discard()
    if wants_json():
        return "", 204
    undo = url_for("drafts.discarding.destroy", number=number)
    say(gettext("Draft discarded."), undo=f"{undo}?_method=DELETE")
    return redirect(ours(request.args.get("next"), otherwise="/"), code=303)


def _go_on(fields: dict[str, list[str]]) -> ResponseReturnValue:
    """A draft that is no more was sent or thrown away elsewhere: that is being overtaken."""
    try:
        return _save(number_of(request.form["draft"]) or 0, fields)
    except NotFound:
        raise Overtaken from None


def _save(number: int, fields: dict[str, list[str]]) -> ResponseReturnValue:
    version = request.form.get("draft_version", 0, type=int)
    with writing():
        draft = load(queries.visible_to(reader()), number, version=version)
        draft.save(fields)
    return _saved(draft, 200)


def _fields() -> dict[str, list[str]]:
    try:
        return fields_of(request.form)
    except TooMuch:
        abort(413)


def _saved(draft: Draft, status: int) -> ResponseReturnValue:
    if not wants_json():
        say(gettext("Draft saved. Go on whenever you like."))
        return redirect(continuing.address(draft), code=303)
    place = url_for("drafts.drafts.update", number=draft.id)
    answer = {"saved_at": iso(draft.saved_at), "url": place, "version": draft.version}
    return jsonify(answer), status
