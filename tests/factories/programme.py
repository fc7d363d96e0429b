"""Rows that the programme counts, as the verbs would have left them."""

from datetime import date, datetime, timedelta
from itertools import count

from app.catalogue.categories import Category
from app.core import clock
from app.core.db import db, writing
from app.events.models import Event, Minutes, Occurrence, Organiser, When
from app.ideas.models import Support
from app.initiatives.models import Change, Initiative, Outcome, Teammate
from tests.factories.people import make_person

MADRID = "Europe/Madrid"
A_DAY = timedelta(days=1)

_number = count(1)


def make_initiative(owner=None, *, title="Journey mapping", team=(), **given):
    """One that was begun in January of 2025, unless `given` says otherwise."""
    owner_id = (owner or make_person("Leire", "ambassador")).id
    columns = {
        "category": Category.GROWTH,
        "language": "en",
        "starts_on": date(2025, 1, 15),
        "owner_id": owner_id,
        "author_id": owner_id,
        "team": [Teammate(person_id=one.id) for one in team],
    }
    return _keep(Initiative(title=title, **columns | given))


def hold(
    author=None,
    *,
    title="Blankets for the shelter",
    starts=datetime(2025, 2, 3, 10),
    lasts=timedelta(hours=1),
    came=0,
    taken=0,
    reached=None,
    withdrawn=False,
    off=False,
    organisers=(),
    **given,
):
    """A date of an event of its own, and who came; `reached` is what its minutes say."""
    author_id = (author or make_person("Leire", "ambassador")).id
    when = When(starts, starts + lasts, MADRID, given.get("is_all_day", False))
    event = Event(
        title=title,
        starts=when.starts,
        ends=when.ends,
        zone=MADRID,
        author_id=author_id,
        uid=f"{next(_number)}@programme.test",
        organisers=[Organiser(person_id=one) for one in {author_id, *(o.id for o in organisers)}],
        **{"category": Category.GIVING_BACK, "language": "en"} | given,
    )
    occurrence = Occurrence(
        event=event,
        title=title,
        original=when.starts,
        taken=taken,
        came=came,
        cancelled_at=clock.now() if off else None,
    )
    occurrence.stand_at(when)
    _keep(occurrence)
    if reached is not None or withdrawn:
        gone = clock.now() if withdrawn else None
        minutes = Minutes(occurrence_id=occurrence.id, text="So it was.", html="<p>So it was.</p>")
        minutes.reached, minutes.withdrawn_at = reached, gone
        _keep(minutes)
    return occurrence


def tell(initiative, outcome=Outcome.CHANGED, *, after=30, at=datetime(2025, 5, 5, 12), **given):
    columns = {"summary": "They call once, and no more.", "told_at": at, "outcome": outcome}
    return _keep(Change(initiative_id=initiative.id, after=after, **columns | given))


def sponsor(idea, person, *, at=datetime(2025, 4, 1)):
    return _keep(
        Support(given_id=idea.id, idea_id=idea.id, person_id=person.id, is_sponsor=True, at=at)
    )


def change(record, **columns):
    """One row, and nothing else in the house."""
    with writing():
        found = db.session.get_one(type(record), record.id)
        for name, value in columns.items():
            setattr(found, name, value)


def _keep(record):
    with writing():
        db.session.add(record)
    return record
