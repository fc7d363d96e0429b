"""What one may follow, or not."""

from tests.scene.base import Address, Scene
from tests.scene.conversation import comment, hidden_talk, talk, talk_about_a_person


def following(scene: Scene) -> Address:
    return talk(scene)


def following_a_withdrawn_post(scene: Scene) -> Address:
    return hidden_talk(scene)


def following_a_person(scene: Scene) -> Address:
    return talk_about_a_person(scene)


def following_a_comment(scene: Scene) -> Address:
    return {"kind": "comment"} | comment(scene)
