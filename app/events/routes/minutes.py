"""/events/on/<number>/minutes: what was said and agreed, and what came of it."""

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue

from app.core import differences
from app.core.access import authorize, me, reader
from app.core.db import Overtaken, load, writing
from app.core.hypermedia import say, undoing, view
from app.core.i18n import gettext
from app.core.paging import begun
from app.events import album, policy, queries, wording
from app.events.forms import MinutesForm
from app.events.models import Minutes, Occurrence
from app.events.routes import page

bp = Blueprint("minutes", __name__, url_prefix="/on/<int:number>/minutes")


@bp.get("/edit")
def edit(number: int) -> ResponseReturnValue:
    """With `?from=3`, beginning with what they said then."""
    occurrence = load(queries.with_event(reader()), number)
    authorize(policy.write_minutes, occurrence)
    minutes = queries.minutes_of(number)
    earlier = begun(request.args, "from", 0)
    said = queries.minutes_revision(minutes, earlier) if minutes and earlier else None
    return _editor(occurrence, MinutesForm.of(minutes, said), 200)


@bp.put("")
def update(number: int) -> ResponseReturnValue:
    """Written for the first time, or better."""
    occurrence = load(queries.with_event(reader()), number)
    authorize(policy.write_minutes, occurrence)
    standing = queries.minutes_of(number)
    form = MinutesForm()
    if standing:
        form.has_stood(standing.text, standing.changed)
    if "preview" in request.form:
        preview = form.text.rendered.html if form.text.validate(form) else None
        return _editor(occurrence, form, 200, preview=preview)
    if not form.validate():
        return _editor(occurrence, form, 422)
    said = (form.text.data, form.reached.data, form.changed.data)
    try:
        with writing():
            occurrence = queries.held_for(me(), number)
            authorize(policy.write_minutes, occurrence)
            minutes = _held(occurrence, form.version.data or 0)
            text, reached, changed = said
            minutes.write(text, form.text.rendered, reached=reached, changed=changed, by=me())
            album.show(occurrence, by=me())
            is_first = minutes.last_revision == 1
    except Overtaken:
        theirs = queries.minutes_of(number)
        if theirs is None or not theirs.says(*said):
            occurrence = load(queries.with_event(reader()), number)
            return _overtaken(occurrence, form, theirs)
        is_first = False
    undo = undoing("events.minutes.destroy", number=number) if is_first else ""
    say(gettext("The minutes stand on the page of the event."), undo=undo)
    return page.answered_date(number)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    """Taken away: its organisers can put them back."""
    authorize(policy.write_minutes, load(queries.with_event(reader()), number))
    with writing():
        _written(number).withdraw(by=me())
        occurrence = queries.held(number)
        album.show(occurrence, by=me())
    undo = undoing("events.minutes.create", method="POST", number=number)
    say(gettext("The minutes are taken away."), undo=undo)
    return page.answered_date(number)


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    """Put back as they were."""
    authorize(policy.write_minutes, load(queries.with_event(reader()), number))
    with writing():
        _written(number).restore(by=me())
        occurrence = queries.held(number)
        album.show(occurrence, by=me())
    say(gettext("The minutes are there again."))
    return page.answered_date(number)


def _held(occurrence: Occurrence, version: int) -> Minutes:
    """Those there are, if they are the ones that were on screen; else new ones."""
    minutes = queries.minutes_of(occurrence.id)
    if (minutes.version if minutes else 0) != version:
        raise Overtaken
    return minutes or Minutes.begin(occurrence)


def _written(number: int) -> Minutes:
    authorize(policy.write_minutes, queries.held_for(me(), number))
    return queries.minutes_of(number) or abort(404)


def _overtaken(
    occurrence: Occurrence, form: MinutesForm, minutes: Minutes | None
) -> ResponseReturnValue:
    """Both versions on one screen: theirs stands, mine is still in the form."""
    if minutes is None:
        form.version.data, form.version.raw_data = 0, ["0"]
        return _editor(occurrence, form, 409)
    form.face(minutes)
    paragraphs = differences.between(minutes.text, form.text.data or "")
    changed = differences.between_lines(minutes.changed, form.changed.data or "")
    rival = {"changed": changed, "paragraphs": differences.shortened(paragraphs)}
    return _editor(occurrence, form, 409, rival=rival)


def _editor(
    occurrence: Occurrence,
    form: MinutesForm,
    status: int,
    rival: dict | None = None,
    preview: str | None = None,
) -> ResponseReturnValue:
    return view(
        "events/minutes/edit.html",
        part="events/minutes/_editor.html",
        status=status,
        event=occurrence.event,
        occurrence=occurrence,
        form=form,
        rival=rival,
        preview=preview,
        wording=wording,
        back=url_for("events.occurrences.show", number=occurrence.id),
    )
