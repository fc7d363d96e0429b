"""A survey that everybody in the scene is asked by, and one that nobody of them is."""

from app.core.db import writing
from app.survey import queries
from app.survey.models import LEAST_INVITED
from tests.factories import make_person, make_unit
from tests.factories.survey import open_wave
from tests.scene.base import Address, Scene


def open_survey(scene: Scene) -> Address:
    _stop()
    for _ in range(LEAST_INVITED):
        make_person()
    open_wave()
    return {}


def survey_of_others(scene: Scene) -> Address:
    _stop()
    unit = make_unit("Elsewhere")
    for _ in range(LEAST_INVITED):
        make_person(unit_id=unit.id)
    open_wave(units=[unit.id])
    return {}


def _stop() -> None:
    """There is never more than one that is open."""
    with writing():
        if wave := queries.open_wave():
            wave.stop(by=None)
