"""What the owner began to write."""

from tests.factories import make_draft, make_post
from tests.scene.base import Address, Scene


def draft(scene: Scene) -> Address:
    return {"number": make_draft(scene.owner).id}


def new_post_from_a_draft(scene: Scene) -> Address:
    return {"draft": make_draft(scene.owner).id}


def edit_from_a_draft(scene: Scene) -> Address:
    post = make_post(scene.owner)
    return {"number": post.id, "draft": make_draft(scene.owner, about=post.id).id}


def drafts_of_posts(scene: Scene) -> Address:
    return {"form": "post"}


def drafts_of_nothing(scene: Scene) -> Address:
    return {"form": "planet"}
