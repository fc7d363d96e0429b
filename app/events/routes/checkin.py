"""/events/check-in: saying that one is there, by the code on the poster; and taking it back."""

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext
from app.events import attending, codes, policy, queries, wording
from app.events.forms import CodeForm
from app.events.models import Occurrence
from app.events.routes import page

bp = Blueprint("checkin", __name__)


@bp.get("/check-in")
def new() -> ResponseReturnValue:
    """Whoever scanned the poster comes with `?code=`. Nothing is written until they press."""
    typed = request.args.get("code", "")
    if not typed:
        return _page(CodeForm(formdata=None), None, 200)
    form = CodeForm(formdata=None, code=codes.cleaned(typed))
    found = queries.by_code(reader(), form.code.data or "")
    if found is None:
        form.code.errors = [_unknown()]
        return _page(form, None, 404)
    return _page(form, found, 200)


@bp.post("/check-in")
def create() -> ResponseReturnValue:
    form = CodeForm()
    if not form.validate():
        return _page(form, None, 422)
    found = queries.by_code(reader(), form.code.data or "")
    if found is None:
        form.code.errors = [_unknown()]
        return _page(form, None, 422)
    if not policy.check_in(reader(), found):
        return _page(form, found, 422)
    number = found.id
    with writing():
        occurrence = queries.held_for(me(), number)
        authorize(policy.check_in, occurrence)
        if occurrence.code != form.code.data:
            abort(409)  # it was made anew a moment ago
        attending.count_in(occurrence, me(), by=me())
        title = occurrence.title
    undo = undoing("events.checkin.destroy", number=number)
    say(gettext("You are here: %(title)s.", title=title), undo=undo)
    return page.answered_date(number)


@bp.delete("/on/<int:number>/check-in")
def destroy(number: int) -> ResponseReturnValue:
    """One was not there after all: where one said so oneself."""
    load(queries.dates_visible_to(reader()), number)
    with writing():
        occurrence = queries.held_for(me(), number)
        given = queries.attendance_of(me().id, number)
        if given is not None:
            authorize(policy.take_back, given)
            attending.count_out(occurrence, me().id)
    say(gettext("Noted: you were not there."))
    return page.answered_date(number)


def _unknown() -> str:
    return gettext("This code opens nothing. Perhaps there is a newer one: look at the poster.")


def _page(form: CodeForm, found: Occurrence | None, status: int) -> ResponseReturnValue:
    given = queries.attendance_of(reader().id, found.id) if found else None
    context = {"form": form, "occurrence": found, "given": given, "wording": wording}
    return render_template("events/checkin/new.html", **context), status
