"""The page one announces an event on."""

from typing import Any

from flask.typing import ResponseReturnValue

from app.core.access import reader
from app.core.hypermedia import view
from app.drafts import queries as drafts
from app.events.forms import EditEventForm, EventForm, NewEventForm
from app.events.models import Event


def new(form: NewEventForm, status: int = 200, preview: bool = False) -> ResponseReturnValue:
    begun = [] if form.draft.data or form.is_submitted() else drafts.unfinished(reader(), "event")
    return _editor("events/events/new.html", form, status, preview, begun=begun)


def edit(
    event: Event, form: EditEventForm, status: int = 200, preview: bool = False, **more: Any
) -> ResponseReturnValue:
    fresh = not (form.draft.data or form.is_submitted())
    begun = drafts.about(reader(), "event", event.id) if fresh else None
    return _editor(
        "events/events/edit.html", form, status, preview, event=event, begun=begun, **more
    )


def overtaken(event: Event, form: EditEventForm) -> ResponseReturnValue:
    """Both versions on one screen: theirs stands, mine is still in the form."""
    form.face(event)
    return edit(event, form, 409, rival=event)


def _editor(
    page: str, form: EventForm, status: int, preview: bool, **more: Any
) -> ResponseReturnValue:
    more = {"event": None, "rival": None} | more
    previewed = form.text.rendered.html if preview else None
    part = "events/events/_editor.html"
    return view(page, part=part, status=status, form=form, preview=previewed, **more)
