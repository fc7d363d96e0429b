"""People, what they asked for, and the units and locations they are in."""

from app.core import clock
from app.core.db import db, writing
from app.people.models import AddressChange, Person, Proposal, Role, SignIn
from tests.factories import make_location, make_person, make_unit
from tests.scene.base import Address, Scene, fresh


def person(scene: Scene) -> Address:
    return {"number": scene.owner.id}


def disabled_person(scene: Scene) -> Address:
    return {"number": make_person("Gone", disabled_at=clock.now()).id}


def ambassador(scene: Scene) -> Address:
    return {"number": scene.people["ambassador"].id}


def own_role(scene: Scene) -> Address:
    return ambassador(scene) | {"role": "ambassador"}


def governing(scene: Scene) -> Address:
    return {"number": make_person("Garazi", "governance").id, "role": "governance"}


def naming(scene: Scene) -> Address:
    return person(scene) | {"role": "ambassador"}


def trusting(scene: Scene) -> Address:
    return person(scene) | {"role": "hr"}


def closed_trusting(scene: Scene) -> Address:
    return disabled_person(scene) | {"role": "hr"}


def proposal(scene: Scene) -> Address:
    """Of the owner, for hr, by an administrator who does not come."""
    admin_number, owner_number = make_person("Arantxa", "admin").id, scene.owner.id
    with writing():
        admin, owner = (db.session.get_one(Person, n) for n in (admin_number, owner_number))
        return {"number": Proposal.make(owner, Role.HR, by=admin).id}


def invited_person(scene: Scene) -> Address:
    return {"number": make_person("Coming", password_hash=None).id}


def moving_person(scene: Scene) -> Address:
    """The owner, who has asked for another address."""
    with writing():
        owner = db.session.get_one(Person, scene.owner.id)
        AddressChange.ask(owner, "elsewhere@example.com", by=owner, asks_old=True)
    return {"number": owner.id}


def face(scene: Scene) -> Address:
    return {"key": "f" * 32}


def session(scene: Scene) -> Address:
    """One of the owner's, in another browser."""
    with writing():
        db.session.add(row := SignIn(person_id=scene.owner.id, digest=clock.now().isoformat()))
    return {"number": row.id}


def letter(scene: Scene) -> Address:
    """A link that somebody made up, or that is long over."""
    return {"token": "x" * 43}


def unit(scene: Scene) -> Address:
    return {"number": make_unit(f"Unit {fresh()}").id}


def closed_unit(scene: Scene) -> Address:
    return {"number": make_unit("Closed", closed_at=clock.now()).id}


def location(scene: Scene) -> Address:
    return {"number": make_location(f"Place {fresh()}").id}


def undone_change(scene: Scene) -> Address:
    return {"name": "Another", "office": "back", "version": 1} | unit(scene)


def undone_move(scene: Scene) -> Address:
    return {"version": 1} | unit(scene)


def undone_name(scene: Scene) -> Address:
    return {"name": f"Former {fresh()}", "version": 1} | location(scene)


def merging(scene: Scene) -> Address:
    return location(scene) | {"to": location(scene)["number"]}
