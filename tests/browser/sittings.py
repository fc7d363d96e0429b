"""Triage sessions for the pages: one that is planned, one that is on, and one that is over."""

from app.committee import closing, settling
from app.committee.models import Sitting, Source
from app.core import clock
from app.core.db import db
from app.ideas.models import Decision, Idea, Verdict
from app.people import queries as people
from app.people.models import Person


def make_sittings(ideas: list[Idea], *, by: Person) -> dict[str, int]:
    """Of these ideas; whoever is an employee follows the one that is on."""
    day, numbers = clock.now().date(), [idea.id for idea in ideas]
    made = {}
    for name in ("planned_sitting", "open_sitting", "past_sitting"):
        sitting = Sitting.call(f"Mesa {name[:4]}", day, quorum=1, limit=3, by=by)
        sitting.put_on(numbers, Source.NEW)
        sitting.welcome(people.by_email("empleado@demo.test"))
        db.session.flush()
        if name != "planned_sitting":
            sitting.open(by=by)
        if name == "past_sitting":
            look_at(sitting, by=by)
        made[name] = sitting.id
    return made


def look_at(sitting: Sitting, *, by: Person) -> None:
    item = sitting.item
    assert item is not None
    said = Decision(Verdict.ANALYSE, target=2027, words="La miramos en primavera.")
    settling.decide(item, said, owner=by, until=clock.now().date(), by=by)
    if sitting.item:
        settling.park(sitting.item, by=by)
    closing.close(sitting, "Volvemos en dos semanas.", by=by)
