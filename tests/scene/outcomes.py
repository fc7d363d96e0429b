"""What became of the ideas."""

from tests.factories import make_idea
from tests.scene.base import Address, Scene


def outcomes_table(scene: Scene) -> Address:
    make_idea(scene.owner)
    return {"name": "states"}
