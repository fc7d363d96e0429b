"""Addresses of calendars that nobody was given."""

from tests.scene.base import Address, Scene
from tests.scene.people import letter, unit


def letter_about_a_category(scene: Scene) -> Address:
    return letter(scene) | {"code": "growth"}


def letter_about_a_unit(scene: Scene) -> Address:
    return letter(scene) | unit(scene)
