"""Waves of the survey, in every state; only one of them is open at a time."""

from app.core.db import writing
from app.survey import queries
from tests.factories import make_person
from tests.factories.survey import count_wave, draft_wave, open_wave, publish_wave
from tests.scene.base import Address, Scene


def wave_in_preparation(scene: Scene) -> Address:
    return {"number": draft_wave().id}


def wave_taking_answers(scene: Scene) -> Address:
    return {"number": _opened().id}


def wave_counted(scene: Scene) -> Address:
    return {"number": count_wave(_opened()).id}


def wave_published(scene: Scene) -> Address:
    return {"number": publish_wave(_opened()).id}


def question_in_preparation(scene: Scene) -> Address:
    return _question(draft_wave())


def question_being_asked(scene: Scene) -> Address:
    return _question(_opened())


def wave_to_open(scene: Scene) -> Address:
    _make_room()
    return {"number": draft_wave().id}


def _opened():
    _make_room()
    return open_wave()


def _question(wave):
    return {"number": wave.id, "item": wave.items[4].id}


def _make_room():
    """Nothing is open, and enough are there to be asked."""
    with writing():
        if before := queries.open_wave():
            before.stop(by=None)
    for _ in range(10):
        make_person()
