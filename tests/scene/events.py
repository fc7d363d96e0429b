"""Events of the owner."""

from app.core.db import db, writing
from app.events.models import Event
from tests.factories import make_space
from tests.factories.events import answer, cancel_event, date_of, make_event
from tests.scene.base import Address, Scene


def event(scene: Scene) -> Address:
    return {"number": make_event(scene.owner).id}


def event_date(scene: Scene) -> Address:
    return {"number": date_of(make_event(scene.owner)).id}


def cancelled_event(scene: Scene) -> Address:
    event = make_event(scene.owner)
    cancel_event(event, by=scene.owner)
    return {"number": event.id}


def cancelled_date(scene: Scene) -> Address:
    event = make_event(scene.owner)
    cancel_event(event, by=scene.owner)
    return {"number": date_of(event).id}


def hidden_event(scene: Scene) -> Address:
    event = make_event(scene.owner)
    _hide(event.id)
    return {"number": event.id}


def hidden_event_date(scene: Scene) -> Address:
    event = make_event(scene.owner)
    date = date_of(event).id
    _hide(event.id)
    return {"number": date}


def event_in_a_hidden_space(scene: Scene) -> Address:
    return {"number": _behind_a_door(scene).id}


def date_in_a_hidden_space(scene: Scene) -> Address:
    return {"number": date_of(_behind_a_door(scene)).id}


def event_and_somebody(scene: Scene) -> Address:
    return {"number": make_event(scene.owner).id, "person": scene.chief_number}


def date_somebody_asks_for(scene: Scene) -> Address:
    date = date_of(make_event(scene.owner, needs_approval=True))
    answer(date, scene.chief)
    return {"number": date.id, "person": scene.chief_number}


def _hide(number: int) -> None:
    with writing():
        db.session.get_one(Event, number).hide(by=None)


def _behind_a_door(scene: Scene) -> Event:
    space = make_space(scene.owner, visibility="hidden")
    return make_event(scene.owner, space=space.id)
