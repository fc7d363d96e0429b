from app.core.db import db, writing
from app.moderation import hiding
from app.moderation.models import Reason
from app.people.models import Person


def make_case(thing, *, by, reason="unkind", words="", then=lambda case, who: None):
    """Reported through the verbs, and `then(case, who)` in the same moment; its number."""

    def who(person):
        return db.session.get_one(Person, person.id)

    reporter = by.id
    with writing():
        person = db.session.get_one(Person, reporter)
        case = hiding.report(db.session.merge(thing), Reason(reason), words, by=person)
        db.session.flush()
        then(case, who)
        return case.id
