from app.core.db import db, writing
from app.people.models import Person
from app.threads import tying
from app.threads.models import Tie


def tie(one, other, by, beside=False):
    """Two things that hang together, through the verb."""
    ends, who = [(type(end), end.id) for end in (one, other)], by.id
    with writing():
        things = [db.session.get_one(model, number) for model, number in ends]
        made: Tie = tying.tie(*things, beside=beside, by=db.session.get_one(Person, who))
    return made
