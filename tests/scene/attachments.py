"""Pictures of the owner."""

from tests.factories import make_picture, make_post, make_space, withdraw
from tests.scene.base import Address, Scene


def picture_in_a_hidden_space(scene: Scene) -> Address:
    cover = make_picture(scene.owner)
    make_post(scene.owner, space=make_space(scene.owner, visibility="hidden"), cover=cover)
    return {"key": cover.key}


def picture(scene: Scene) -> Address:
    """Brought in, and used nowhere yet."""
    return {"key": make_picture(scene.owner).key}


def published_picture(scene: Scene) -> Address:
    cover = make_picture(scene.owner)
    make_post(scene.owner, cover=cover)
    return {"key": cover.key}


def withdrawn_picture(scene: Scene) -> Address:
    cover = make_picture(scene.owner)
    withdraw(make_post(scene.owner, cover=cover), scene.owner)
    return {"key": cover.key}
