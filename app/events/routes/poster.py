"""/events/on/<number>/poster: what hangs at the door, with the code that says who is there."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.events import attending, codes, policy, posters, queries, wording
from app.events.models import Occurrence

bp = Blueprint("poster", __name__, url_prefix="/on/<int:number>/poster")


@bp.get("")
def show(number: int) -> ResponseReturnValue:
    occurrence = load(queries.with_event(reader()), number)
    authorize(policy.hang_poster, occurrence)
    address = url_for("events.checkin.new", code=occurrence.code, _external=True)
    return render_template(
        "events/poster/show.html",
        event=occurrence.event,
        occurrence=occurrence,
        code=codes.spaced(occurrence.code) if occurrence.code else "",
        place=url_for("events.checkin.new", _external=True),
        square=posters.square(address) if occurrence.code else None,
        wording=wording,
    )


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    """A new code: what hangs there already opens nothing any more."""
    authorize(policy.hang_poster, load(queries.with_event(reader()), number))
    with writing():
        attending.renew_code(_held(number))
    say(gettext("There is a new code. An older poster opens nothing any more."))
    return redirect(url_for("events.poster.show", number=number), code=303)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    """No code at all: whoever comes is counted by its organisers alone."""
    authorize(policy.hang_poster, load(queries.with_event(reader()), number))
    with writing():
        attending.drop_code(_held(number))
    say(gettext("The code opens nothing any more."))
    return redirect(url_for("events.poster.show", number=number), code=303)


def _held(number: int) -> Occurrence:
    occurrence = queries.held_for(me(), number)
    authorize(policy.hang_poster, occurrence)
    return occurrence
