"""What the owner tied."""

from tests.factories import make_idea, make_post, make_space
from tests.factories.threads import tie
from tests.scene.base import Address, Scene


def tied(scene: Scene) -> Address:
    """A post and an idea."""
    return {"number": tie(make_post(scene.owner), make_idea(scene.owner), by=scene.owner).id}


def tied_in_a_hidden_space(scene: Scene) -> Address:
    post = make_post(scene.owner, space=make_space(scene.owner, visibility="hidden"))
    return {"number": tie(post, make_idea(scene.owner), by=scene.owner).id}


def idea_to_tie(scene: Scene) -> Address:
    return {"kind": "idea", "number": make_idea(scene.owner).id}


def person_to_tie(scene: Scene) -> Address:
    return {"kind": "person", "number": scene.owner.id}
