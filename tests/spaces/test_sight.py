"""Who is not in a space sees nothing of what is in it; and who leaves it, no more."""

import re

import pytest
from sqlalchemy import select, text

from app.blog import queries
from app.blog.narrowing import Narrowing
from app.blog.queries.cards import CARDS, _narrowed
from app.core.db import db
from app.facts import subjects
from app.people import queries as people
from app.people.sight import sight
from app.spaces.models import Space
from tests.factories import (
    enter,
    leave,
    make_comment,
    make_person,
    make_picture,
    make_post,
    make_space,
)

CLOSED = ("members", "hidden")

MARK = "zurrumurru"
SHARED = ["/", "/blog", "/activity"]  # pages of which a part is drawn once for many


def reader(person):
    return next(iter(people.readers([person.id])))


@pytest.fixture
def furnished(ane):
    """`furnished("hidden")`: a space with everything in it, Ane's, and its post."""

    def furnish(visibility):
        space = make_space(ane, visibility=visibility, name="The room")
        cover = make_picture(ane, alt=f"{MARK} cover")
        post = make_post(
            ane, title=f"{MARK} title", text=f"{MARK} text", tags=[MARK], space=space, cover=cover
        )
        make_comment(f"{MARK} comment", on=post, by=ane)
        return space, post, cover

    return furnish


@pytest.mark.parametrize("visibility", CLOSED)
@pytest.mark.parametrize("other", ["jon", "nerea", "iker"])
@pytest.mark.parametrize("path", SHARED)
def test_what_was_drawn_for_a_member_is_not_shown_to_the_next(
    request, client, furnished, ane, visibility, other, path
):
    """Both ways round: nor is a member shown what was drawn for who is none."""
    furnished(visibility)
    stranger = request.getfixturevalue(other)
    friend = make_person("Friend")
    enter(db.session.scalar(select(Space)), friend)

    assert MARK in client.sign_in(friend).get(path).text
    assert MARK not in client.sign_in(stranger).get(path).text
    assert MARK in client.sign_in(ane).get(path).text


@pytest.mark.parametrize("visibility", CLOSED)
def test_who_leaves_loses_everything(client, furnished, ane, jon, visibility):
    space, post, cover = furnished(visibility)
    paths = [
        f"/blog/{post.id}",
        "/blog",
        f"/blog?q={MARK[:9]}",
        f"/blog?tag={MARK}",
        f"/blog?author={ane.id}",
        f"/blog?space={space.id}",
        "/",
        "/activity",
        f"/people/{ane.id}",
        f"/conversation/post/{post.id}/comments",
        f"/tags/{MARK}",
        f"/tags?q={MARK[:9]}",
    ]
    enter(space, jon)
    client.sign_in(jon)
    within = {path: client.get(path).text for path in paths}
    listed = within.pop(paths[-1])
    assert all(f"{MARK} title" in said for said in within.values())
    assert f"/tags/{MARK}" in listed
    assert all(f"tag={MARK}" in within[path] for path in ("/", "/blog"))
    assert f"/tags/{MARK}" in within[paths[0]]
    assert client.get(f"/pictures/{cover.key}").status_code == 200

    leave(space, jon)

    for path in paths:
        said = client.get(path).text.replace(path, "")
        assert not re.search(f'{MARK} (title|text|cover|comment)|tags?[=/]{MARK}"', said), path
    assert client.get(f"/pictures/{cover.key}").status_code == 404
    assert client.get(f"/blog/{post.id}").status_code == 404


def test_an_author_who_left_loses_what_they_wrote(client, ane, jon):
    space = make_space(jon, visibility="members", members=[ane])
    post = make_post(ane, space=space)
    assert client.sign_in(ane).get(f"/blog/{post.id}/edit").status_code == 200

    leave(space, ane)

    assert client.get(f"/blog/{post.id}").status_code == 404
    assert client.get(f"/blog/{post.id}/edit").status_code == 404
    assert client.delete(f"/blog/{post.id}/publication").status_code == 404


def test_counts_and_writers_are_of_what_one_sees(ane, jon):
    space = make_space(ane, visibility="members")
    make_post(ane)
    make_post(ane, space=space, tags=["Secret"])

    def seen(person):
        who = reader(person)
        count = queries.count(who, Narrowing())
        return count, [row.posts for row in queries.writers(who)]

    assert seen(ane) == (2, [2])
    assert seen(jon) == (1, [1])
    assert queries.author_name(reader(jon), ane.id) == "Ane"


def test_the_reader_comes_with_their_circles(client, ane, jon):
    open_one, closed = make_space(jon), make_space(jon, visibility="members")
    for space in (open_one, closed):
        enter(space, ane)
    with client.sign_in(ane).session_transaction() as session:
        token = session["_user_id"]
    db.session.rollback()
    who = people.reader(token)
    assert who and who.circles == {closed.id}


def test_a_hidden_space_has_no_name_but_for_who_is_in_it(client, ane, jon, nerea):
    space = make_space(ane, visibility="hidden", name="Zurrumurru")
    assert client.sign_in(ane).get(f"/spaces/{space.id}").status_code == 200
    for other in (jon, nerea):
        assert client.sign_in(other).get(f"/spaces/{space.id}").status_code == 404
        assert subjects.titles(reader(other), [("space", space.id)]) == {}


@pytest.mark.parametrize("narrowing", [Narrowing(), Narrowing(space_id=1)], ids=["all", "one"])
def test_a_list_follows_its_index_and_sorts_nothing(app, ane, narrowing):
    """However many posts there are, and however many of them stand in closed spaces."""
    wanted = _narrowed(CARDS, ane, narrowing).limit(11)
    asked = {**sight(reader(ane)), "before": narrowing.before[0], "before_id": 0}
    compiled = wanted.compile(db.engine, compile_kwargs={"render_postcompile": True})
    is_sqlite = db.engine.dialect.name == "sqlite"
    if not is_sqlite:  # of a dozen rows it would read them all
        for setting in ("seqscan", "bitmapscan", "sort"):
            db.session.execute(text(f"SET LOCAL enable_{setting} = off"))
    explain = "EXPLAIN QUERY PLAN " if is_sqlite else "EXPLAIN "
    given = compiled.construct_params(asked)
    values = tuple(given[name] for name in compiled.positiontup) if compiled.positional else given
    if is_sqlite:
        values = tuple(str(one) if hasattr(one, "isoformat") else one for one in values)
    rows = db.session.connection().exec_driver_sql(explain + str(compiled), values).all()
    plan = "\n".join(str(row[-1]) for row in rows)
    db.session.rollback()

    # Of a dozen rows PostgreSQL may follow either of the two: it goes by what it last counted.
    indexes = ["ix_posts_space"] if narrowing.space_id else ["ix_posts_newest"]
    indexes += [] if is_sqlite else ["ix_posts_newest"]
    assert any(index in plan for index in indexes), plan
    assert "TEMP B-TREE" not in plan and "Sort" not in plan and "SCAN posts\n" not in plan, plan
