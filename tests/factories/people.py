from functools import cache
from itertools import count

from app.core.db import db, writing
from app.core.fields import folded
from app.people import passwords
from app.people.models import Grant, Location, Person, Role, Unit

PASSWORD = "un mostrador con flores"

_number = count(1)


@cache
def _hash() -> str:
    return passwords.hashed(PASSWORD)


def make_person(name="Somebody", *roles, **given):
    """A person who signs in with PASSWORD."""
    return _keep(_person(name, *roles, **given))


def make_people(*told):
    """Several at once, each told by a name and roles."""
    people = [_person(name, *roles) for name, roles in told]
    with writing():
        db.session.add_all(people)
    return people


def _person(name, *roles, **given):
    given = {
        "email": f"person{next(_number)}@example.com",
        "sort_name": folded(name),
        "password_hash": _hash(),
        "language": "en",
    } | given
    grants = [Grant(role=Role(role)) for role in roles]
    return Person(name=name, grants=grants, **given)


def make_unit(name="Oficinas", parent=None, **given):
    return _keep(Unit(name=name, parent_id=parent and parent.id, **given))


def make_location(name="Bilbao"):
    return _keep(Location(name=name))


def _keep(record):
    with writing():
        db.session.add(record)
    return record
