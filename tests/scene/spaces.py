"""Spaces of the owner, and who wants in."""

from tests.factories import ask, invite, make_person, make_space
from tests.scene.base import Address, Scene


def space(scene: Scene) -> Address:
    return {"number": make_space(scene.owner).id}


def members_space(scene: Scene) -> Address:
    return {"number": make_space(scene.owner, visibility="members").id}


def hidden_space(scene: Scene) -> Address:
    return {"number": make_space(scene.owner, visibility="hidden").id}


def asked_space(scene: Scene) -> Address:
    space = make_space(scene.owner, visibility="members", joining="request")
    return {"number": space.id}


def invited_space(scene: Scene) -> Address:
    """Hidden; the owner is in it, and the employee invited."""
    space = make_space(scene.owner, visibility="hidden")
    invite(space, scene.people["employee"], by=scene.owner)
    return {"number": space.id}


def subspace(scene: Scene) -> Address:
    return {"within": make_space(scene.owner).id}


def join_request(scene: Scene) -> Address:
    somebody = make_person("Somebody")
    space = make_space(scene.owner, visibility="members", joining="request")
    ask(space, somebody)
    return {"number": space.id, "person": somebody.id}


def one_to_invite(scene: Scene) -> Address:
    somebody = make_person("Somebody")
    space = make_space(scene.owner, visibility="members", joining="invite")
    return {"number": space.id, "person": somebody.id}


def member(scene: Scene) -> Address:
    somebody = make_person("Somebody")
    space = make_space(
        scene.owner, visibility="members", members=[somebody], managers=[scene.chief]
    )
    return {"number": space.id, "person": somebody.id}
