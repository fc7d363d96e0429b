"""Initiatives, logged by the real verbs."""

from datetime import timedelta
from typing import Any

from app.catalogue.categories import Category
from app.core.calendar import today
from app.core.db import db, load, writing
from app.core.markdown import render
from app.initiatives import logbook, queries
from app.initiatives.models import AFTER, Change, Initiative, Milestone, Outcome, Update
from app.people.models import Person


def make_initiative(owner: Person, came_from: Any = None, **said: Any) -> Initiative:
    text = said.pop("text", "")
    given = {
        "title": "Knitting with customers",
        "category": Category.GIVING_BACK,
        "starts_on": today(),
        "ends_on": today(),
        "hours": None,
        "reached": None,
        "language": "en",
        "unit_id": owner.unit_id,
        "text": text,
        "rendered": render(text),
    }
    with writing():
        return logbook.log(logbook.Manuscript(**{**given, **said}), by=owner, came_from=came_from)


def with_milestone(initiative: Initiative, title: str = "The wool is here") -> Milestone:
    with writing():
        milestone = Milestone(title=title, position=1)
        held(initiative).milestones.append(milestone)
    return milestone


def with_update(initiative: Initiative, text: str, *, by: Person) -> Update:
    rendered = render(text)
    with writing():
        return Update.write(held(initiative), text, rendered, by=by)


def ask_change(initiative: Initiative, after: int = AFTER[0]) -> Change:
    """As the clock does, thirty days after its end."""
    with writing():
        Change.ask(queries.held(initiative.id), after)
    return db.session.query(Change).filter_by(initiative_id=initiative.id, after=after).one()


def tell_change(
    change: Change, summary: str = "Nobody is cold", *, by: Person, outcome: Any = Outcome.CHANGED
) -> None:
    rendered = render("")
    with writing():
        db.session.get_one(Change, change.id).tell(outcome, summary, "", rendered, by=by)


def held(initiative: Initiative) -> Initiative:
    found: Initiative = load(queries.visible_to(initiative.owner), initiative.id)
    return found


def ended(days: int) -> dict[str, Any]:
    """The days of one that ended so long ago."""
    last = today() - timedelta(days=days)
    return {"starts_on": last - timedelta(days=10), "ends_on": last}
