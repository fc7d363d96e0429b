"""An event that was hidden after all had heard of it: it, its date, and what was said of it."""

from datetime import timedelta

from app.core import clock
from app.core.db import db, writing
from app.events.models import Event
from tests.factories import make_comment, make_picture
from tests.factories.events import date_of, make_event
from tests.hidden.base import GOVERNANCE, MARK, word

HIDDEN = {
    "hidden-event-title": GOVERNANCE,
    "hidden-event-text": GOVERNANCE,
    "hidden-event-place": GOVERNANCE,
    "hidden-event-tag": GOVERNANCE,
    "hidden-event-cover": GOVERNANCE,
    "comment-on-hidden-event": GOVERNANCE,
}
KINDS = {"event": "hidden-event-title", "occurrence": "hidden-event-title"}


def hide(scene):
    owner = scene.owner
    event = make_event(
        owner,
        title=word("hidden-event-title"),
        text=word("hidden-event-text"),
        place=word("hidden-event-place"),
        tags=[word("hidden-event-tag")],
        cover=make_picture(owner, alt=word("hidden-event-cover")).key,
        cover_alt=word("hidden-event-cover"),
    )
    number, date = event.id, date_of(event).id
    said = make_comment(word("comment-on-hidden-event"), on=event, by=owner)
    with writing():
        db.session.get_one(Event, number).hide(by=None)
    return {number, date, said.id}


def addresses(scene):
    """Each way the calendar is shown, of the day everything hidden is on, and narrowed."""
    on = (clock.now() + timedelta(days=1)).date()
    for view in ("month", "week", "day", "agenda"):
        page = f"/events?view={view}&on={on}"
        yield from (page, f"{page}&mine=1", f"{page}&category=giving-back")
        yield from (f"{page}&space={space.id}" for space in scene.spaces)
    yield from (f"/search?q={MARK[:5]}&kind={kind}" for kind in ("event", "occurrence"))
