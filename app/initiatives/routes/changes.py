"""/initiatives/changes/<number>: what has changed, thirty or ninety days after the end."""

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.calendar import today
from app.core.db import HIGHEST, Overtaken, db, load, writing
from app.core.hypermedia import say, undoing, view
from app.core.i18n import gettext
from app.initiatives import logbook, policy, queries
from app.initiatives.forms import ChangeForm
from app.initiatives.models import Change
from app.initiatives.routes import page

bp = Blueprint("changes", __name__, url_prefix="/changes/<int:number>")


@bp.get("")
def show(number: int) -> ResponseReturnValue:
    """It stands on the page of its initiative."""
    change = load(queries.changes_visible_to(reader()), number)
    address = url_for(
        "initiatives.initiatives.show", number=change.initiative_id, _anchor=f"change-{number}"
    )
    return redirect(address, code=303)


@bp.get("/edit")
def edit(number: int) -> ResponseReturnValue:
    change = _asked(number)
    authorize(policy.tell_change, change)
    return _editor(change, ChangeForm.of(change))


@bp.put("")
def update(number: int) -> ResponseReturnValue:
    """Told for the first time, or better."""
    change = _asked(number)
    authorize(policy.tell_change, change)
    form = ChangeForm()
    form.has_stood(change.summary, change.text)
    if "preview" in request.form:
        preview = form.text.rendered.html if form.text.validate(form) else None
        return _editor(change, form, preview=preview)
    if not form.validate():
        return _editor(change, form, 422)

    try:
        with writing():
            change = _held(number, form.version.data)
            is_first = not change.is_told
            change.tell(
                form.outcome.data,
                form.summary.data or "",
                form.text.data or "",
                form.text.rendered,
                by=me(),
            )
            logbook.show_pictures(change.initiative, by=me())
            initiative = change.initiative_id
    except Overtaken:
        change = _asked(number)
        if change.says(form.outcome.data, form.summary.data or "", form.text.data or ""):
            return redirect(page.address(change.initiative_id), code=303)  # pressed twice
        form.version.data, form.version.raw_data = change.version, [str(change.version)]
        return _editor(change, form, 409, is_overtaken=True)
    undo = undoing("initiatives.changes.destroy", number=number) if is_first else ""
    say(gettext("Told: it stands at the end of the line."), undo=undo)
    return redirect(page.address(initiative), code=303)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    """It waits for an answer again."""
    authorize(policy.tell_change, _asked(number))
    with writing():
        change = _held(number, None)
        change.take_back(by=me())
        logbook.show_pictures(change.initiative, by=me())
        initiative = change.initiative_id
    say(gettext("Taken back: it waits for an answer again."))
    return redirect(page.address(initiative), code=303)


def _asked(number: int) -> Change:
    """Asked of an initiative that the reader sees, or a 404."""
    change = db.session.get(Change, number) if number <= HIGHEST else None
    if change is None:
        abort(404)
    load(queries.visible_to(reader()), change.initiative_id)
    return change


def _held(number: int, version: int | None) -> Change:
    """The same, held with its initiative."""
    change = db.session.get(Change, number) or abort(404)
    load(queries.visible_to(me()), change.initiative_id)
    change = db.session.get(Change, number, populate_existing=True) or abort(404)
    if version is not None and change.version != version:
        raise Overtaken
    authorize(policy.tell_change, change)
    return change


def _editor(
    change: Change,
    form: ChangeForm,
    status: int = 200,
    preview: str | None = None,
    is_overtaken: bool = False,
) -> ResponseReturnValue:
    return view(
        "initiatives/changes/edit.html",
        part="initiatives/changes/_editor.html",
        status=status,
        change=change,
        initiative=change.initiative,
        form=form,
        preview=preview,
        is_overtaken=is_overtaken,
        days=(today() - change.initiative.ends_on).days if change.initiative.ends_on else 0,
    )
