"""Ambassadors, nominations and requests. The owner put somebody forward, and asked for help; or
is asked themself.
"""

from datetime import timedelta

from app.ambassadors import helping
from app.ambassadors.models import HelpRequest, Mandate
from app.core.db import db, writing
from app.people.models import Person
from tests.factories import make_person, make_unit
from tests.factories.ambassadors import (
    answer_help,
    ask_for_help,
    decline,
    make_mandate,
    nominate,
    say_goodbye,
)
from tests.scene.base import Address, Scene, fresh


def mandate(scene: Scene) -> Address:
    return {"number": make_mandate(by=scene.chief).id}


def renewed_mandate(scene: Scene) -> Address:
    number, chief = make_mandate(by=scene.chief).id, scene.chief_number
    with writing():
        held = db.session.get_one(Mandate, number)
        held.renew(held.until + timedelta(days=90), by=db.session.get_one(Person, chief))
    return {"number": number}


def past_mandate(scene: Scene) -> Address:
    made = make_mandate(by=scene.chief)
    say_goodbye(made, scene.chief)
    return {"number": made.id}


def mandate_and_unit(scene: Scene) -> Address:
    unit = make_unit(f"Oficinas {fresh()}")
    return {"number": make_mandate(by=scene.chief, coaches=[unit]).id, "unit": unit.id}


def nomination(scene: Scene) -> Address:
    return {"number": nominate(make_person("Izaro"), by=scene.owner).id}


def declined_nomination(scene: Scene) -> Address:
    made = nominate(make_person("Izaro"), by=scene.owner)
    decline(made, scene.chief)
    return {"number": made.id}


def own_help(scene: Scene) -> Address:
    """What the owner asked, of an ambassador who is nobody of the walk."""
    return {"number": ask_for_help(scene.owner, whom=_somebody(scene)).id}


def closed_help(scene: Scene) -> Address:
    number, owner = ask_for_help(scene.owner, whom=_somebody(scene)).id, scene.owner.id
    with writing():
        db.session.get_one(HelpRequest, number).be_solved(by=db.session.get_one(Person, owner))
    return {"number": number}


def help_asked_of_owner(scene: Scene) -> Address:
    return {"number": _asked_of_owner(scene).id}


def help_the_owner_takes(scene: Scene) -> Address:
    number, owner = _asked_of_owner(scene).id, scene.owner.id
    with writing():
        taken = db.session.get_one(HelpRequest, number)
        helping.take(taken, by=db.session.get_one(Person, owner))
    return {"number": number}


def help_the_owner_answered(scene: Scene) -> Address:
    asked = _asked_of_owner(scene)
    answer_help(asked, scene.owner)
    return {"number": asked.id}


def _somebody(scene: Scene) -> int:
    return make_mandate(by=scene.chief).person_id


def _asked_of_owner(scene: Scene) -> HelpRequest:
    """Whoever is asked need not be an ambassador any more: they keep what they were asked."""
    number, owner = ask_for_help(make_person("Jon")).id, scene.owner.id
    with writing():
        db.session.get_one(HelpRequest, number).be_put_to(owner, None)
    return db.session.get_one(HelpRequest, number)
