"""Cases about posts of the owner."""

from typing import Any

from app.moderation import hiding
from tests.factories import make_case, make_person, make_post
from tests.scene.base import Address, Scene


def case(scene: Scene, verbs: Any = lambda case, who: None) -> Address:
    """Of a post of the owner's that somebody reported, and nobody decided about."""
    post, other = make_post(scene.owner), make_person("Somebody else")
    return {"number": make_case(post, by=other, then=verbs)}


def hidden_case(scene: Scene) -> Address:
    return case(scene, lambda case, who: hiding.hide(case, "It tells a name", by=who(scene.chief)))


def appealed_case(scene: Scene) -> Address:
    def appeal(case: Any, who: Any) -> None:
        hiding.hide(case, "It tells a name", by=who(scene.chief))
        case.ask_again("Nobody is named", by=who(scene.owner))

    return case(scene, appeal)
