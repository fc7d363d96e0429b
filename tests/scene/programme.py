"""What the owner did, who is an ambassador no more."""

from tests.factories import make_unit
from tests.factories.programme import hold, make_initiative
from tests.scene.base import Address, Scene


def programme_figures(scene: Scene) -> Address:
    hold(scene.owner)
    return {"name": "stages"}


def unit_of_the_programme(scene: Scene) -> Address:
    return {"number": make_unit("Offices").id}


def dossier(scene: Scene) -> Address:
    make_initiative(scene.owner)
    return {"number": scene.owner.id}
