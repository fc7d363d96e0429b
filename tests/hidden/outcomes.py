"""An idea that was done, and is carried out by an initiative that was withdrawn since."""

from app.core.db import db, writing
from app.ideas.models import Verdict
from app.initiatives.models import Initiative
from tests.factories import make_idea
from tests.factories.ideas import decide
from tests.factories.initiatives import ask_change, make_initiative, tell_change
from tests.factories.threads import tie
from tests.hidden.base import GOVERNANCE, word

HIDDEN = {"carrying-initiative-title": GOVERNANCE, "carried-out-change": GOVERNANCE}
KINDS: dict[str, str] = {}


def hide(scene):
    owner = scene.owner
    idea = make_idea(title="They did something about it")
    decide(idea, scene.chief, Verdict.DONE)
    carrying = make_initiative(owner, title=word("carrying-initiative-title"))
    tie(idea, carrying, by=owner)
    change = ask_change(carrying)
    tell_change(change, word("carried-out-change"), by=owner)
    with writing():
        db.session.get_one(Initiative, carrying.id).withdraw(by=owner)
    return {idea.id, carrying.id, change.id}


def addresses(scene):
    yield "/outcomes/done/table?as=csv"
    yield "/outcomes/ideas?state=done"
