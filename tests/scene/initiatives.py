"""Initiatives of the owner."""

from app.core.db import db, writing
from app.initiatives.models import Initiative
from tests.factories.initiatives import (
    ask_change,
    ended,
    make_initiative,
    tell_change,
    with_milestone,
    with_update,
)
from tests.scene.base import Address, Scene


def initiative(scene: Scene) -> Address:
    return {"number": make_initiative(scene.owner).id}


def withdrawn_initiative(scene: Scene) -> Address:
    number = make_initiative(scene.owner).id
    with writing():
        db.session.get_one(Initiative, number).withdraw(by=scene.owner)
    return {"number": number}


def hidden_initiative(scene: Scene) -> Address:
    number = make_initiative(scene.owner).id
    with writing():
        db.session.get_one(Initiative, number).hide(by=None)
    return {"number": number}


def reviewed_initiative(scene: Scene) -> Address:
    number = make_initiative(scene.owner).id
    with writing():
        db.session.get_one(Initiative, number).confirm(by=scene.chief)
    return {"number": number}


def initiative_and_somebody(scene: Scene) -> Address:
    return {"number": make_initiative(scene.owner).id, "person": scene.chief_number}


def initiative_and_its_teammate(scene: Scene) -> Address:
    made = make_initiative(scene.owner)
    with writing():
        db.session.get_one(Initiative, made.id).name_teammate(scene.people["hr"], by=scene.owner)
    return {"number": made.id, "person": scene.people["hr"].id}


def initiative_and_its_milestone(scene: Scene) -> Address:
    made = make_initiative(scene.owner)
    return {"number": made.id, "milestone": with_milestone(made).id}


def initiative_and_its_update(scene: Scene) -> Address:
    made = make_initiative(scene.owner)
    return {"number": made.id, "update": with_update(made, "It goes.", by=scene.owner).id}


def change_asked(scene: Scene) -> Address:
    return {"number": ask_change(make_initiative(scene.owner, **ended(31))).id}


def change_told(scene: Scene) -> Address:
    change = ask_change(make_initiative(scene.owner, **ended(31)))
    tell_change(change, by=scene.owner)
    return {"number": change.id}


def change_of_a_withdrawn_one(scene: Scene) -> Address:
    made = make_initiative(scene.owner, **ended(31))
    number = ask_change(made).id
    with writing():
        db.session.get_one(Initiative, made.id).withdraw(by=scene.owner)
    return {"number": number}
