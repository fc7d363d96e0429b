"""/events/on/<number>/attendance: who came, counted by whoever organises it."""

from typing import Any

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.fields import line
from app.core.hypermedia import done, say, undoing, view
from app.core.i18n import gettext
from app.core.paging import begun
from app.events import attending, policy, queries, wording
from app.events.models import Occurrence
from app.people import queries as people
from app.people.models import Person

bp = Blueprint("attendance", __name__, url_prefix="/on/<int:number>/attendance")

LONGEST_NAME = 120  # letters somebody looks for
MOST_FOUND = 12
PART = "events/attendance/_attendance.html"


@bp.get("")
def index(number: int) -> ResponseReturnValue:
    """`?who=` narrows the list; somebody who came without saying so is looked for by `?q=`."""
    occurrence = load(queries.with_event(reader()), number)
    authorize(policy.see_attendance, occurrence.event)
    return view("events/attendance/index.html", part=PART, **_read(occurrence))


@bp.post("/<int:person>")
def create(number: int, person: int) -> ResponseReturnValue:
    """They came."""
    authorize(policy.count, load(queries.with_event(reader()), number))
    with writing():
        occurrence = _held(number)
        came = _somebody(number, person)
        attending.count_in(occurrence, came, by=me())
        name = came.name
    undo = undoing("events.attendance.destroy", number=number, person=person, **_where())
    say(gettext("%(name)s was there.", name=name), undo=undo)
    return _answered(number)


@bp.delete("/<int:person>")
def destroy(number: int, person: int) -> ResponseReturnValue:
    """They did not."""
    authorize(policy.count, load(queries.with_event(reader()), number))
    with writing():
        occurrence = _held(number)
        gone = load(people.visible_to(me()), person)
        attending.count_out(occurrence, person)
        name = gone.name
    undo = undoing(
        "events.attendance.create", method="POST", number=number, person=person, **_where()
    )
    say(gettext("%(name)s was not there.", name=name), undo=undo)
    return _answered(number)


def _held(number: int) -> Occurrence:
    occurrence = queries.held_for(me(), number)
    authorize(policy.count, occurrence)
    return occurrence


def _somebody(number: int, person: int) -> Person:
    """Whoever has an account; of a closed one, whoever had answered."""
    came: Person = load(people.visible_to(me()), person)
    if not came.is_active and queries.answer_of(person, number) is None:
        abort(404)
    return came


def _answered(number: int) -> ResponseReturnValue:
    occurrence = load(queries.with_event(reader()), number)
    otherwise = url_for("events.attendance.index", number=number, **_where())
    return done(PART, otherwise=otherwise, **_read(occurrence))


def _where() -> dict[str, Any]:
    """The part of the list one looks at."""
    who = request.args.get("who", type=queries.Who) or queries.Who.ALL
    where: dict[str, Any] = {} if who is queries.Who.ALL else {"who": who.value}
    if after := begun(request.args, "after", 0):
        where["after"] = after
    return where


def _read(occurrence: Occurrence) -> dict[str, Any]:
    words = line(request.args.get("q", ""))[:LONGEST_NAME]
    who = request.args.get("who", type=queries.Who) or queries.Who.ALL
    after = begun(request.args, "after", 0) or None
    return {
        "event": occurrence.event,
        "occurrence": occurrence,
        "tally": queries.tally(occurrence.id),
        "page": queries.counted_by_name(occurrence.id, who, after=after),
        "who": who,
        "tabs": queries.Who,
        "after": after,
        "where": _where(),
        "words": words,
        "found": people.directory(words=words).rows[:MOST_FOUND] if words else [],
        "wording": wording,
    }
