"""Who writes a post: adding, ordering, stepping back, and never nobody."""

from app.blog.models import Author, Post
from app.core.db import db
from tests.conftest import at_once
from tests.factories import add_author, enter, leave, make_person, make_post, make_space


def authors(post):
    rows = db.session.scalars(
        db.select(Author).where(Author.post_id == post.id).order_by(Author.position)
    )
    return [row.person_id for row in rows]


def test_they_are_found_by_name_and_may_edit_from_then_on(client, ane, jon):
    post = make_post(ane)
    client.sign_in(ane)

    page = client.get(f"/blog/{post.id}/authors?q=jo").text
    action = f"/blog/{post.id}/authors?person={jon.id}"
    answer = client.post(action)

    assert action in page and answer.status_code == 303
    assert authors(post) == [ane.id, jon.id]
    assert client.sign_in(jon).get(f"/blog/{post.id}/edit").status_code == 200


def test_adding_twice_adds_once(client, ane, jon):
    post = make_post(ane)
    client.sign_in(ane)
    for _ in range(2):
        client.post(f"/blog/{post.id}/authors?person={jon.id}")

    assert authors(post) == [ane.id, jon.id]


def test_they_stand_in_the_order_they_are_put(client, ane, jon):
    third = make_person("Miren")
    post = make_post(ane)
    add_author(post, jon, by=ane)
    add_author(post, third, by=ane)
    client.sign_in(jon)

    client.put(f"/blog/{post.id}/authors/{third.id}?place=0")

    assert authors(post) == [third.id, ane.id, jon.id]
    page = client.get(f"/blog/{post.id}").text
    head = page[page.index("post-head") : page.index("post-body")]
    assert head.index("Miren") < head.index(ane.name) < head.index(jon.name)


def test_one_may_step_back_but_the_last_stays(client, ane, jon):
    post = make_post(ane)
    add_author(post, jon, by=ane)
    client.sign_in(ane)

    gone = client.delete(f"/blog/{post.id}/authors/{ane.id}")
    assert (gone.status_code, gone.location) == (303, "/blog")
    assert authors(post) == [jon.id]
    assert client.get(f"/blog/{post.id}/authors").status_code == 403

    client.sign_in(jon)
    stays = client.delete(f"/blog/{post.id}/authors/{jon.id}")
    assert stays.status_code == 422 and "Somebody has to answer for it" in stays.text
    assert authors(post) == [jon.id]


def test_a_name_of_another_time_does_not_answer_for_it(client, ane):
    post = make_post(ane)
    client.sign_in(ane)
    from app.core.db import writing

    with writing():
        db.session.add(Author(post_id=post.id, position=1, name="Somebody of before"))

    assert client.delete(f"/blog/{post.id}/authors/{ane.id}").status_code == 422


def test_two_who_step_back_at_once_leave_one(app, ane, jon):
    post = make_post(ane)
    add_author(post, jon, by=ane)
    number = post.id

    answers = at_once(
        app,
        *((one, f"/blog/{number}/authors/{one.id}?_method=DELETE", {}) for one in (ane, jon)),
    )

    assert len(authors(db.session.get_one(Post, number))) == 1
    assert {answer.status_code for answer in answers} <= {303, 403, 422}


def test_whoever_left_the_house_does_not_join(client, ane):
    from app.core import clock

    gone = make_person("Gone", disabled_at=clock.now())
    post = make_post(ane)
    client.sign_in(ane)

    assert "Gone" not in client.get(f"/blog/{post.id}/authors?q=gone").text.split("another")[1]
    assert client.post(f"/blog/{post.id}/authors?person={gone.id}").status_code == 422
    assert client.post(f"/blog/{post.id}/authors?person=x").status_code == 404


def test_there_is_a_most(client, ane):
    post = make_post(ane)
    client.sign_in(ane)
    people = [make_person(f"Person {n}") for n in range(12)]
    codes = [client.post(f"/blog/{post.id}/authors?person={one.id}").status_code for one in people]

    assert codes == [303] * 11 + [422]


def test_whoever_does_not_see_into_its_space_does_not_join(client, ane, jon):
    """And one who left has lost it, author or not."""
    space = make_space(ane, visibility="hidden")
    post = make_post(ane, space=space)
    number = post.id
    client.sign_in(ane)

    assert jon.name not in client.get(f"/blog/{number}/authors?q=jon").text.split("author-q")[1]
    assert client.post(f"/blog/{number}/authors?person={jon.id}").status_code == 422
    assert authors(db.session.get_one(Post, number)) == [ane.id]

    enter(space, jon)
    assert client.post(f"/blog/{number}/authors?person={jon.id}").status_code == 303
    leave(space, jon)
    for path in ("", "/edit", "/revisions", "/authors", "/plan"):
        assert client.sign_in(jon).get(f"/blog/{number}{path}").status_code == 404
