from app.ambassadors import helping, naming, terms
from app.ambassadors.models import CoachedUnit, HelpRequest, Mandate, Nomination
from app.core.db import db, writing
from app.people.models import Person, Unit
from tests.factories.people import make_person


def make_mandate(person=None, *, by=None, until=None, coaches=()) -> Mandate:
    """Somebody is named by governance, through the verb."""
    person, by = person or make_person("Leire"), by or make_person("Nerea", "governance")
    number, who, units = person.id, by.id, [unit.id for unit in coaches]
    with writing():
        return naming.name(
            db.session.get_one(Person, number),
            until=until or terms.usual_end(),
            units=[db.session.get_one(Unit, unit) for unit in units],
            by=db.session.get_one(Person, who),
        )


def say_goodbye(mandate, by, words="Thank you for every Thursday."):
    number, who = mandate.id, by.id
    with writing():
        db.session.get_one(Mandate, number).say_goodbye(words, by=db.session.get_one(Person, who))


def nominate(person, *, by=None, why="They listen before they speak.") -> Nomination:
    number, who = person.id, (by or person).id
    with writing():
        nominator = db.session.get_one(Person, who)
        return naming.put_forward(db.session.get_one(Person, number), why, by=nominator)


def decline(nomination, by, reason="Not while they are on leave."):
    number, who = nomination.id, by.id
    with writing():
        db.session.get_one(Nomination, number).decline(reason, by=db.session.get_one(Person, who))


def ask_for_help(asker, need="How do I tell somebody that we cannot pay?", **given) -> HelpRequest:
    """Of the nearest ambassador there is; of governance where there is none."""
    number = asker.id
    with writing():
        return helping.ask(need, by=db.session.get_one(Person, number), **given)


def answer_help(request, by, answer="Begin with what you can do.") -> None:
    number, who = request.id, by.id
    with writing():
        db.session.get_one(HelpRequest, number).reply(answer, by=db.session.get_one(Person, who))


def coached_by(person) -> set[int]:
    """The numbers of the units somebody coaches today."""
    rows = db.session.query(CoachedUnit.unit_id).join(Mandate)
    return {
        unit for (unit,) in rows.filter(Mandate.person_id == person.id, Mandate.ended_on.is_(None))
    }
