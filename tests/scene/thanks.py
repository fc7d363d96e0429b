"""Thanks that the owner gave or was given."""

from tests.factories.thanks import hide_thanks, make_thanks, put_away, withdraw_thanks
from tests.scene.base import Address, Scene


def thanks(scene: Scene) -> Address:
    return {"number": make_thanks(scene.owner, scene.chief).id}


def thanks_to_the_owner(scene: Scene) -> Address:
    return {"number": make_thanks(scene.chief, scene.owner).id}


def thanks_put_away(scene: Scene) -> Address:
    """By the owner."""
    given = make_thanks(scene.chief, scene.owner)
    put_away(given)
    return {"number": given.id}


def hidden_thanks(scene: Scene) -> Address:
    given = make_thanks(scene.owner, scene.chief)
    hide_thanks(given)
    return {"number": given.id}


def withdrawn_thanks(scene: Scene) -> Address:
    given = make_thanks(scene.owner, scene.chief)
    withdraw_thanks(given)
    return {"number": given.id}
