from app.catalogue.models import Kind, Term
from app.core.db import db, writing
from app.people.models import Person
from app.thanks.models import Thanks
from tests.factories.catalogue import make_term
from tests.factories.people import make_person

CALLED = "Called the office in Ordizia herself until they opened."


def make_habit(name="Cumple lo que prometes", **given):
    return make_term(name, kind=Kind.HABITS, **given)


def make_thanks(giver=None, receiver=None, text=CALLED, habit=None, **given):
    """Thanks given through the verb, whatever is left of the week; `given` overrides columns."""
    who, whom = (giver or make_person("Leire")).id, (receiver or make_person("Gorka")).id
    kept = db.session.query(Term.id).filter_by(kind=Kind.HABITS).first()
    what = habit.id if habit else kept.id if kept else make_habit().id
    with writing():
        thanks = Thanks.give(
            db.session.get_one(Person, whom),
            db.session.get_one(Term, what),
            text,
            by=db.session.get_one(Person, who),
        )
        for column, value in given.items():
            setattr(thanks, column, value)
    return thanks


def put_away(thanks):
    with writing():
        found = db.session.get_one(Thanks, thanks.id)
        found.put_away(by=found.receiver)


def take_out(thanks):
    with writing():
        found = db.session.get_one(Thanks, thanks.id)
        found.take_out(by=found.receiver)


def withdraw_thanks(thanks):
    with writing():
        found = db.session.get_one(Thanks, thanks.id)
        found.withdraw(by=found.giver)


def hide_thanks(thanks):
    """After a report."""
    with writing():
        db.session.get_one(Thanks, thanks.id).hide(by=None)
