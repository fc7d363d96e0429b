"""What every house has: its settings, its errands, and itself."""

from app.core import settings
from app.core.db import db, writing
from app.core.outbox import Errand, State
from tests.scene.base import Address, Scene, fresh


def house(scene: Scene) -> Address:
    return {}


def chosen(scene: Scene) -> Address:
    """A setting that somebody changed."""
    with writing():
        row = settings.put("home.glance", 9)
        db.session.flush()
        number = row.id
    return {"number": number}


def setting(scene: Scene) -> Address:
    return {"name": "home.new_faces"}


def parked_errand(scene: Scene) -> Address:
    return {"number": _errand(scene, State.PARKED)}


def discarded_errand(scene: Scene) -> Address:
    return {"number": _errand(scene, State.CANCELLED)}


def drawing(scene: Scene) -> Address:
    return {"filename": "favicon.svg"}


def _errand(scene: Scene, state: State) -> int:
    with writing():
        db.session.add(row := Errand(kind="walk", key=f"walk:{fresh()}", state=state))
    return row.id
