from itertools import count

from app.core.db import db, writing
from app.people.models import Person
from app.spaces.models import Joining, MemberRole, Membership, Space, Visibility
from tests.factories.people import make_person

_number = count(1)


def make_space(
    by=None,
    name=None,
    visibility="public",
    *,
    members=(),
    managers=(),
    parent=None,
    joining="open",
    **given,
):
    """A space, through its verb; `by` runs it. `given` overrides its columns."""
    opener = (by or make_person("Opener")).id
    parent_id = parent and parent.id
    joining = "invite" if visibility == "hidden" else joining
    with writing():
        space = Space.open(
            name or f"Space {next(_number)}",
            by=db.session.get_one(Person, opener),
            visibility=Visibility(visibility),
            joining=Joining(joining),
            parent=parent_id and db.session.get_one(Space, parent_id),
        )
        for role, people in ((MemberRole.MEMBER, members), (MemberRole.MANAGER, managers)):
            for person in people:
                space._let_in(person.id, role)
        for column, value in given.items():
            setattr(space, column, value)
    return space


def enter(space, person):
    """They are in it from now on."""
    with writing():
        db.session.get_one(Space, space.id)._let_in(person.id)


def leave(space, person):
    with writing():
        who = db.session.get_one(Person, person.id)
        below = db.session.query(Space).filter(Space.parent_id == space.id).all()
        db.session.get_one(Space, space.id).leave(below=below, by=who)


def ask(space, person, words="Please"):
    with writing():
        who = db.session.get_one(Person, person.id)
        db.session.get_one(Space, space.id).be_asked(words, by=who)


def invite(space, person, by):
    with writing():
        who, whom = (db.session.get_one(Person, one.id) for one in (by, person))
        db.session.get_one(Space, space.id).invite(whom, by=who)


def role_in(space, person):
    membership = db.session.get(Membership, (space.id, person.id))
    return membership and membership.role
