"""Waves that are counted: the scene's own people were asked, and some more."""

from app.survey import queries
from tests.factories import make_person, make_unit
from tests.factories.survey_results import counted_wave, figures
from tests.scene.base import Address, Scene, fresh


def wave_with_results(scene: Scene) -> Address:
    return {"number": _counted(scene)[0]}


def unpublished_results(scene: Scene) -> Address:
    return {"number": _counted(scene, published=False)[0]}


def group_with_results(scene: Scene) -> Address:
    """A unit that nobody of the scene works in."""
    number, group = _counted(scene)
    return {"number": number, "group": group}


def _counted(scene: Scene, **how) -> tuple[int, int]:
    unit = make_unit(f"Desk {fresh()}")
    for _ in range(10):
        make_person(unit_id=unit.id)
    told = {"Everybody": figures(40), unit.name: figures(30)}
    number = counted_wave(told, by=scene.people["hr"], **how).id
    return number, next(one.id for one in queries.groups_of(number) if one.name == unit.name)
