"""Sittings that the chief called and the owner was at; the owner is no one who decides."""

from tests.factories import make_idea
from tests.factories.committee import close_sitting, make_sitting, settle
from tests.scene.base import Address, Scene


def planned_sitting(scene: Scene) -> Address:
    idea = make_idea(scene.owner)
    here = [scene.owner]
    made = make_sitting(scene.chief, idea, present=here, quorum=2, is_open=False)
    return {"number": made.id}


def planned_item(scene: Scene) -> Address:
    ideas = make_idea(scene.owner), make_idea(scene.owner)
    made = make_sitting(scene.chief, *ideas, present=[scene.owner], is_open=False)
    return {"number": made.id, "item": made.items[0].id}


def sitting_and_somebody(scene: Scene) -> Address:
    made = make_sitting(scene.chief, present=[scene.owner], is_open=False)
    return {"number": made.id, "person": scene.owner.id}


def open_sitting(scene: Scene) -> Address:
    """The governance of the scene has the chair."""
    ideas = make_idea(scene.owner), make_idea(scene.owner)
    chair = scene.people["governance"]
    made = make_sitting(chair, *ideas, present=[scene.owner])
    return {"number": made.id, "idea": ideas[0].id}


def sitting_with_a_decision(scene: Scene) -> Address:
    ideas = make_idea(scene.owner), make_idea(scene.owner)
    chair = scene.people["governance"]
    made = make_sitting(chair, *ideas, present=[scene.owner])
    return {"number": made.id, "item": settle(made, chair).id}


def sitting_that_is_over(scene: Scene) -> Address:
    made = make_sitting(scene.chief, make_idea(scene.owner), present=[scene.owner])
    settle(made, scene.chief)
    return {"number": close_sitting(made, by=scene.chief).id}
