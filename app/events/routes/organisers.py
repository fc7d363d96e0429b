"""/events/<number>/organisers: who looks after an event."""

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.fields import line
from app.core.hypermedia import say, undoing, view
from app.core.i18n import gettext
from app.events import policy, queries
from app.people import queries as people

bp = Blueprint("organisers", __name__, url_prefix="/<int:number>/organisers")

LONGEST_NAME = 120  # letters somebody looks for
MOST_FOUND = 12


@bp.get("")
def index(number: int) -> ResponseReturnValue:
    """Whoever is looked for by name stands below."""
    event = load(queries.whole(reader()), number)
    authorize(policy.edit, event)
    words = line(request.args.get("q", ""))[:LONGEST_NAME]
    return view(
        "events/organisers/index.html",
        part="events/organisers/_organisers.html",
        event=event,
        words=words,
        found=people.directory(words=words).rows[:MOST_FOUND] if words else [],
    )


@bp.put("/<int:person>")
def update(number: int, person: int) -> ResponseReturnValue:
    authorize(policy.edit, load(queries.visible_to(reader()), number))
    with writing():
        event = load(queries.visible_to(me()), number)
        authorize(policy.edit, event)
        asked = load(people.visible_to(me()), person)
        if not asked.is_active:
            abort(404)
        event.name_organiser(asked, by=me())
        name = asked.name
    say(gettext("%(name)s looks after it with you.", name=name))
    return redirect(url_for("events.organisers.index", number=number), code=303)


@bp.delete("/<int:person>")
def destroy(number: int, person: int) -> ResponseReturnValue:
    """But for whoever announced it."""
    authorize(policy.edit, load(queries.visible_to(reader()), number))
    with writing():
        event = load(queries.visible_to(me()), number)
        authorize(policy.edit, event)
        event.release_organiser(load(people.visible_to(me()), person), by=me())
    undo = undoing("events.organisers.update", method="PUT", number=number, person=person)
    say(gettext("They look after it no longer."), undo=undo)
    return redirect(url_for("events.organisers.index", number=number), code=303)
