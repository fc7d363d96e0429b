from app.committee import closing, settling
from app.committee.models import Sitting, Source
from app.core import clock
from app.core.db import db, writing
from app.ideas.models import Decision, Verdict
from app.people.models import Person


def make_sitting(by, *ideas, present=(), quorum=1, is_open=True, **said):
    """A sitting with these ideas on its agenda, through the verbs; open, unless told otherwise."""
    who, numbers = by.id, [idea.id for idea in ideas]
    here = [person.id for person in present]
    with writing():
        chair = db.session.get_one(Person, who)
        day = said.pop("held_on", clock.now().date())
        title = said.pop("title", "Triage in March")
        limit = said.pop("limit", None)
        sitting = Sitting.call(title, day, quorum=quorum, limit=limit, by=chair)
        sitting.put_on(numbers, said.pop("source", Source.CHOSEN))
        for number in here:
            sitting.welcome(db.session.get_one(Person, number))
        db.session.flush()
        if is_open:
            sitting.open(by=chair)
    return sitting


def settle(sitting, by, verdict=Verdict.IN_PROGRESS, *, owner=None, until=None, **said):
    """What is on the table is decided."""
    number, who = sitting.id, by.id
    with writing():
        item = db.session.get_one(Sitting, number).item
        person = db.session.get_one(Person, who)
        carrier = db.session.get_one(Person, owner.id) if owner else None
        decision = Decision(verdict=verdict, **said)
        settling.decide(item, decision, owner=carrier, until=until, by=person)
    return item


def close_sitting(sitting, by=None, note=""):
    number, who = sitting.id, by and by.id
    with writing():
        person = db.session.get_one(Person, who) if who else None
        closing.close(db.session.get_one(Sitting, number), note, by=person)
    return sitting
