"""What the owner proposes, and who stands behind it."""

from app.core.db import db, writing
from app.ideas.models import Idea, Verdict
from app.people.models import Person
from tests.factories import decide, make_draft, make_idea
from tests.scene.base import Address, Scene


def new_idea_from_a_draft(scene: Scene) -> Address:
    return {"draft": make_draft(scene.owner, form="idea").id}


def idea_to_withdraw(scene: Scene) -> Address:
    return {"number": make_idea(scene.owner).id}


def idea_that_lacks(scene: Scene) -> Address:
    number, who = make_idea(scene.owner).id, scene.chief_number
    with writing():
        chief = db.session.get_one(Person, who)
        db.session.get_one(Idea, number).ask("How many letters?", by=chief)
    return {"number": number}


def ended_idea(scene: Scene) -> Address:
    idea = make_idea(scene.owner)
    return {"number": decide(idea, by=scene.chief, verdict=Verdict.DONE).id}
