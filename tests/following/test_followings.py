"""Following a thing and muting it, with htmx and without."""

from app.core.db import db, writing
from app.following import queries as following
from app.following.models import Following
from app.people.models import Person
from tests.conftest import at_once
from tests.factories import make_comment, make_person, make_post, withdraw


def standing(person, kind, number):
    db.session.rollback()
    return following.standing(person.id, kind, number)


def test_one_press_follows_and_one_takes_it_back(client, ane, jon):
    post = make_post(author=jon)
    client.sign_in(ane)
    place = f"/following/post/{post.id}"

    answer = client.post(place, htmx=True)
    assert answer.status_code == 200 and 'aria-pressed="true"' in answer.text
    assert standing(ane, "post", post.id) == (True, False)

    answer = client.post(f"{place}?_method=DELETE")
    assert (answer.status_code, answer.location) == (303, f"/blog/{post.id}")
    assert standing(ane, "post", post.id) == (False, False)
    assert db.session.query(Following).filter_by(person_id=ane.id).count() == 0


def test_the_page_says_what_one_follows(client, ane, jon):
    client.sign_in(ane)
    assert ">Follow<" not in client.get(f"/people/{ane.id}").text, "nobody follows themself"
    assert "Follow</button>" in client.get(f"/people/{jon.id}").text
    client.post(f"/following/person/{jon.id}")
    assert "Following</button>" in client.get(f"/people/{jon.id}").text


def test_what_was_muted_and_speaks_again_is_followed_as_before(client, ane, jon):
    post = make_post(author=jon)
    client.sign_in(ane)
    place = f"/following/post/{post.id}"
    client.post(place)
    answer = client.post(f"{place}/muting", htmx=True)
    assert "Muted" in answer.text and "_method=DELETE" in answer.text
    assert standing(ane, "post", post.id) == (True, True)

    client.delete(f"{place}/muting")
    assert standing(ane, "post", post.id) == (True, False)


def test_authors_and_commenters_follow_and_what_is_muted_stays_so(ane, jon):
    post = make_post(author=ane)
    assert standing(ane, "post", post.id) == (True, False)
    with writing():
        Following.mute("post", post.id, by=db.session.get_one(Person, jon.id))

    make_comment(on=post, by=jon)

    assert standing(jon, "post", post.id) == (True, True)


def test_nobody_follows_what_they_do_not_see_or_what_is_no_thing_to_follow(client, ane, jon):
    post = withdraw(make_post(author=jon), jon)
    comment = make_comment(on=make_post(author=jon), by=jon)
    client.sign_in(ane)
    for place in (
        f"post/{post.id}",
        f"comment/{comment.id}",
        f"person/{ane.id}",
        "planet/1",
        f"person/{2**31}",
    ):
        assert client.post(f"/following/{place}").status_code == 404, place
        assert client.post(f"/following/{place}/muting").status_code == 404, place


def test_two_presses_at_once_are_one(app, ane, jon):
    post = make_post(author=jon)
    visit = (ane, f"/following/post/{post.id}", {})

    answers = at_once(app, visit, visit)

    assert {answer.status_code for answer in answers} == {303}
    assert db.session.query(Following).filter_by(person_id=ane.id).count() == 1


def test_a_page_asks_one_query_for_its_button(client, ane, queries):
    somebody = make_person()
    client.sign_in(ane)
    client.get(f"/people/{somebody.id}")
    assert len([one for one in queries if "FROM followings" in one]) == 1
