"""Dates of the owner that have begun, or are over."""

from datetime import timedelta

from tests.factories.there import add_photo, come, make_begun, make_over, write_minutes
from tests.scene.base import Address, Scene

_IN_TWO_HOURS = timedelta(hours=2)


def date_going_on(scene: Scene) -> Address:
    return {"number": make_begun(scene.owner).id}


def date_that_is_over(scene: Scene) -> Address:
    return {"number": make_over(scene.owner).id}


def date_the_owner_was_at(scene: Scene) -> Address:
    date = make_over(scene.owner)
    come(date, scene.owner)
    return {"number": date.id}


def date_somebody_was_at(scene: Scene) -> Address:
    date = make_begun(scene.owner)
    come(date, scene.chief, by=scene.owner)
    return {"number": date.id, "person": scene.chief_number}


def date_to_come_and_somebody(scene: Scene) -> Address:
    date = make_begun(scene.owner, ago=-_IN_TWO_HOURS)
    return {"number": date.id, "person": scene.chief_number}


def date_with_minutes(scene: Scene) -> Address:
    date = make_begun(scene.owner)
    write_minutes(date, scene.owner)
    return {"number": date.id}


def date_with_minutes_and_their_revision(scene: Scene) -> Address:
    return date_with_minutes(scene) | {"revision": 1}


def date_with_a_photo(scene: Scene) -> Address:
    date = make_begun(scene.owner)
    return {"number": date.id, "photo": add_photo(date, scene.owner)}
