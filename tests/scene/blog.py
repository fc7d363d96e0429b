"""Posts of the owner, in every state."""

from datetime import timedelta
from typing import Any

from app.blog.models import PostState
from app.core import clock
from app.people.models import Person
from tests.factories import add_author, edit, make_post, make_space, withdraw
from tests.scene.base import Address, Scene


def post(scene: Scene) -> Address:
    return {"number": make_post(scene.owner).id}


def withdrawn_post(scene: Scene) -> Address:
    return {"number": _withdrawn(scene, scene.owner).id}


def post_taken_away(scene: Scene) -> Address:
    """By governance, so that its author may not bring it back."""
    return {"number": _withdrawn(scene, scene.chief).id}


def scheduled_post(scene: Scene) -> Address:
    return {"number": make_post(scene.owner, due=clock.now() + timedelta(days=2)).id}


def held_post(scene: Scene) -> Address:
    return {"number": make_post(scene.owner, state=PostState.HELD).id}


def expired_post(scene: Scene) -> Address:
    over = {"state": PostState.EXPIRED, "expires_at": clock.now()}
    return {"number": make_post(scene.owner, **over).id}


def submitted_post(scene: Scene) -> Address:
    """The owner runs its space."""
    space = make_space(scene.owner, needs_approval=True)
    return {"number": make_post(scene.owner, space=space, state=PostState.SUBMITTED).id}


def asking_post(scene: Scene) -> Address:
    """Whoever reads it is asked to say so."""
    return {"number": make_post(scene.owner, asks_since=clock.now()).id}


def revision(scene: Scene) -> Address:
    """Not the last one."""
    post = make_post(scene.owner)
    edit(post, scene.owner, text="Now somebody does.")
    return {"number": post.id, "revision": 1}


def another_author(scene: Scene) -> Address:
    return post(scene) | {"person": scene.chief.id}


def second_author(scene: Scene) -> Address:
    post = make_post(scene.owner)
    add_author(post, scene.chief, by=scene.owner)
    return {"number": post.id, "person": scene.chief.id}


def only_author(scene: Scene) -> Address:
    return post(scene) | {"person": scene.owner.id}


def post_in_a_members_space(scene: Scene) -> Address:
    return {"number": _in_a_space(scene, "members").id}


def post_in_a_hidden_space(scene: Scene) -> Address:
    return {"number": _in_a_space(scene, "hidden").id}


def _in_a_space(scene: Scene, visibility: str) -> Any:
    return make_post(scene.owner, space=make_space(scene.owner, visibility=visibility))


def _withdrawn(scene: Scene, by: Person) -> Any:
    return withdraw(make_post(scene.owner), by)
