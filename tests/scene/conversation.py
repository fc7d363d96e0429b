"""What is said and felt about things."""

from app.people.models import Person
from tests.factories import make_comment, make_post, make_space, remove_comment, withdraw
from tests.scene.base import Address, Scene
from tests.scene.blog import post, post_in_a_hidden_space, withdrawn_post


def talk_in_a_hidden_space(scene: Scene) -> Address:
    return {"kind": "post"} | post_in_a_hidden_space(scene)


def comment_in_a_hidden_space(scene: Scene) -> Address:
    post = make_post(scene.owner, space=make_space(scene.owner, visibility="hidden"))
    return {"number": make_comment(on=post, by=scene.owner).id}


def talk(scene: Scene) -> Address:
    return {"kind": "post"} | post(scene)


def hidden_talk(scene: Scene) -> Address:
    return {"kind": "post"} | withdrawn_post(scene)


def talk_about_nothing(scene: Scene) -> Address:
    return {"kind": "planet"} | post(scene)


def talk_about_a_person(scene: Scene) -> Address:
    return {"kind": "person", "number": scene.owner.id}


def feeling(scene: Scene) -> Address:
    return {"reaction": "thanks"} | talk(scene)


def feeling_about_a_comment(scene: Scene) -> Address:
    return {"reaction": "idea", "kind": "comment"} | comment(scene)


def hidden_feeling(scene: Scene) -> Address:
    return {"reaction": "thanks"} | hidden_talk(scene)


def feeling_about_a_removed_comment(scene: Scene) -> Address:
    return {"reaction": "thanks", "kind": "comment"} | removed_comment(scene)


def feeling_about_a_person(scene: Scene) -> Address:
    return {"reaction": "thanks"} | talk_about_a_person(scene)


def comment(scene: Scene) -> Address:
    return {"number": make_comment(on=make_post(scene.chief), by=scene.owner).id}


def removed_comment(scene: Scene) -> Address:
    return {"number": _removed(scene, by=scene.owner)}


def comment_taken_away(scene: Scene) -> Address:
    return {"number": _removed(scene, by=scene.chief)}


def comment_on_a_withdrawn_post(scene: Scene) -> Address:
    post = make_post(scene.owner)
    comment = make_comment(on=post, by=scene.owner)
    withdraw(post, scene.owner)
    return {"number": comment.id}


def _removed(scene: Scene, *, by: Person) -> int:
    post = make_post(scene.chief)
    comment = make_comment(on=post, by=scene.owner)
    remove_comment(comment, on=post, by=by)
    return comment.id
