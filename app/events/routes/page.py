"""What the page of an event shows, and the answer to whatever changed one."""

from typing import Any

from flask import url_for
from flask.typing import ResponseReturnValue

from app.catalogue.labels import labels
from app.core import clock
from app.core.access import reader
from app.core.db import load
from app.core.hypermedia import done, view
from app.events import policy, queries, seating, wording
from app.events.forms import AnswerForm, CancellationForm
from app.events.models import Occurrence, Seat
from app.events.routes import afterwards

MOST_DATES = 60  # of a series, on its page


def read(number: int) -> dict[str, Any]:
    """What a page about one date needs, read anew: at most one query for each part of it."""
    occurrence = load(queries.with_event(reader()), number)
    event = occurrence.event
    dates = queries.of_event(reader(), event.id) if event.is_series else []
    return {
        "event": event,
        "occurrence": occurrence,
        "dates": dates,
        "wording": wording,
        "ahead": [one for one in dates if one.ends_at > clock.now()][:MOST_DATES],
        **answered_by_reader(occurrence),
        **afterwards.read(occurrence),
        **labels("event", event.id),
    }


def answered_by_reader(occurrence: Occurrence) -> dict[str, Any]:
    """How somebody stands to a date, and what they may say."""
    given = queries.answer_of(reader().id, occurrence.id)
    series = (
        queries.series_answer_of(reader().id, occurrence.event_id)
        if occurrence.event.is_series
        else None
    )
    waits = given is not None and given.seat is Seat.WAITING
    return {
        "given": given,
        "series": series,
        "turn": queries.turn_of(given) if given and waits else 0,
        "moves_up": seating.moves_up(occurrence),
        "faces": queries.faces(occurrence.id) if occurrence.taken else [],
        "form": AnswerForm(formdata=None, guests=given.guests if given else 0),
    }


def shown(number: int, status: int = 200, **more: Any) -> ResponseReturnValue:
    """`more` is a form that was refused, in the place of an empty one."""
    context = read(number)
    context |= {"cancellation": _cancellation(context)} | more
    return view(
        "events/events/show.html", part="events/events/_event.html", status=status, **context
    )


def answered(number: int) -> ResponseReturnValue:
    """After a change to an event: its page, with its next date."""
    return answered_date(queries.next_of(number) or 0, url_for("events.events.show", number=number))


def answered_date(number: int, otherwise: str = "") -> ResponseReturnValue:
    """After a change to one of its dates."""
    otherwise = otherwise or url_for("events.occurrences.show", number=number)
    context = read(number)
    context["cancellation"] = _cancellation(context)
    return done("events/events/_event.html", otherwise=otherwise, **context)


def _cancellation(context: dict[str, Any]) -> CancellationForm | None:
    may = policy.cancel(reader(), context["event"])
    return CancellationForm(formdata=None) if may else None
