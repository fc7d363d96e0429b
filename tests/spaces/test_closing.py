"""A public space is shut: whoever is in a part of it has to be in it, or goes."""

import pytest

from app.core.db import db
from app.spaces.models import MemberRole, Space
from tests.factories import make_post, make_space, role_in


def shut(client, space, **changed):
    found = db.session.get_one(Space, space.id)
    form = {"name": found.name, "colour": "teal", "visibility": "members", "joining": "open"}
    form |= {"version": found.version} | changed
    db.session.rollback()
    return client.put(f"/spaces/{space.id}", data=form)


@pytest.fixture
def parts(ane, jon, nerea, rosa):
    """Ane's public space with Jon in it, and a part of it, which Nerea runs; both she and Rosa are
    in that alone, and Jon as well.
    """
    whole = make_space(ane, members=[jon])
    return whole, make_space(nerea, parent=whole, members=[jon, rosa])


def test_who_is_not_in_it_goes_from_its_parts(client, ane, jon, rosa, parts):
    whole, part = parts
    post = make_post(jon, space=part)
    client.sign_in(rosa)
    assert client.get(f"/blog/{post.id}").status_code == 200

    assert shut(client.sign_in(ane), whole).status_code == 303

    assert role_in(part, rosa) is None and role_in(part, jon) is MemberRole.MEMBER
    assert client.sign_in(rosa).get(f"/blog/{post.id}").status_code == 404
    assert client.sign_in(jon).get(f"/blog/{post.id}").status_code == 200


def test_who_runs_it_runs_a_part_that_nobody_else_is_left_to_run(client, ane, nerea, parts):
    whole, part = parts
    shut(client.sign_in(ane), whole)

    assert role_in(part, nerea) is None
    assert role_in(part, ane) is MemberRole.MANAGER
    found = db.session.get_one(Space, part.id)
    assert found.size == len(found.memberships) == 2


def test_a_part_whose_manager_is_in_both_keeps_them(client, ane, jon, rosa):
    whole = make_space(ane, members=[jon])
    part = make_space(jon, parent=whole, members=[rosa], visibility="members")

    shut(client.sign_in(ane), whole)

    assert role_in(part, jon) is MemberRole.MANAGER
    assert role_in(part, ane) is None and role_in(part, rosa) is None


def test_other_changes_take_nobody_out(client, ane, rosa, parts):
    whole, part = parts
    shut(client.sign_in(ane), whole, visibility="public", name="Another name")

    assert role_in(part, rosa) is MemberRole.MEMBER
