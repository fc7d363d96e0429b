"""Where a space asks for it, somebody who runs it looks at a post before others read it."""

import pytest

from app.blog import policy, publishing, queries
from app.blog.models import Post, PostState
from app.blog.publishing import Manuscript
from app.core.db import db, writing
from app.core.markdown import render
from app.people.models import Person
from tests.blog.writing import written
from tests.conftest import at_once
from tests.factories import make_person, make_post, make_space


@pytest.fixture
def space(app, ane, jon):
    """Ane runs it and Jon writes in it."""
    return make_space(ane, name="Call center", members=[jon], needs_approval=True)


def now(post):
    return db.session.get_one(Post, post.id, populate_existing=True)


def change(client, post, person, **words):
    client.sign_in(person)
    return client.put(f"/blog/{post.id}", data=written(version=now(post).version, **words))


def test_a_post_waits_and_nobody_else_finds_it(client, ane, jon, nerea, space):
    post = make_post(jon, title="Zirimiri", text="Zirimiri", tags=["zirimiri"], space=space)
    other = make_person("Miren")
    assert now(post).state is PostState.SUBMITTED
    for who in (other, nerea):
        client.sign_in(who)
        for path in ("/blog", "/", "/activity", f"/people/{jon.id}", "/search?q=zirimiri"):
            assert "Zirimiri" not in client.get(path).text, path
        for path in ("", "/review", "/revisions", "/edit"):
            assert client.get(f"/blog/{post.id}{path}").status_code == 404
    assert "Zirimiri" not in client.sign_in(ane).get("/blog").text
    for who in (ane, jon):
        client.sign_in(who)
        assert "Zirimiri" in client.get("/blog/reviews").text
        assert client.get(f"/blog/{post.id}/review").status_code == 200


def test_whoever_runs_it_approves_and_its_author_has_published_it(client, ane, jon, space):
    post = make_post(jon, title="Two calls", space=space)
    client.sign_in(ane)
    assert client.post(f"/blog/{post.id}/review/approval").status_code == 303

    assert now(post).is_published
    page = client.sign_in(make_person("Miren")).get("/activity").text
    assert "Jon" in page and "Two calls" in page


def test_its_author_does_not_approve_it(client, jon, nerea, space):
    post = make_post(jon, space=space)
    client.sign_in(jon)

    assert client.post(f"/blog/{post.id}/review/approval").status_code == 403
    assert client.post(f"/blog/{post.id}/appearance").status_code == 403
    assert client.post(f"/blog/{post.id}/publication").status_code in (303, 403)
    assert client.sign_in(nerea).post(f"/blog/{post.id}/review/approval").status_code == 404
    assert now(post).state is PostState.SUBMITTED


def test_it_is_given_back_with_words_and_comes_again_with_what_changed(client, ane, jon, space):
    post = make_post(jon, text="Nobody answers.", space=space)
    client.sign_in(ane)
    refused = client.delete(f"/blog/{post.id}/review/approval", data={"words": " "})
    client.delete(f"/blog/{post.id}/review/approval", data={"words": "Say on which days"})

    assert refused.status_code == 422 and now(post).state is PostState.RETURNED
    assert "Say on which days" in client.sign_in(jon).get(f"/blog/{post.id}/review").text
    change(client, post, jon, text="Nobody answers on Mondays.")

    assert now(post).state is PostState.SUBMITTED
    page = client.sign_in(ane).get(f"/blog/{post.id}/review").text
    assert "what changed since last time" in page
    assert any(" on Mondays" in one.split("</ins>")[0] for one in page.split("<ins>")[1:])


def test_an_edit_waits_while_the_post_stands(client, ane, jon, space):
    post = make_post(ane, title="It stands", text="As it is.", space=space)
    with writing():
        now(post).add_author(db.session.get_one(Person, jon.id), by=now(post).authors[0].person)
    change(client, post, jon, title="Zirimiri", text="As it will be.", tags="zirimiri")

    reader = make_person("Miren")
    page = client.sign_in(reader).get(f"/blog/{post.id}").text
    assert "As it is." in page and "Zirimiri" not in page
    for path in ("/blog", "/search?q=zirimiri", "/blog?tag=zirimiri", f"/blog/{post.id}/comments"):
        said = client.get(path).text.replace("zirimiri", "")
        assert "Zirimiri" not in said, path
    assert "Zirimiri" not in client.sign_in(jon).get(f"/blog/{post.id}/revisions").text

    client.sign_in(ane)
    assert "As it will be." not in client.get(f"/blog/{post.id}").text
    client.post(f"/blog/{post.id}/review/approval")
    assert now(post).title == "Zirimiri"
    kept = [row.title for row in queries.revisions(now(post)).rows]
    assert kept == ["Zirimiri", "It stands"]
    assert queries.proposed(now(post)) is None


def test_an_edit_is_given_back_and_proposed_again(client, ane, jon, space):
    post = make_post(ane, text="As it is.", space=space)
    with writing():
        now(post).add_author(db.session.get_one(Person, jon.id), by=now(post).authors[0].person)
    change(client, post, jon, text="First try.")
    client.sign_in(ane).delete(f"/blog/{post.id}/review/approval", data={"words": "Not yet"})
    client.post(f"/blog/{post.id}/review/approval")
    assert now(post).text == "As it is."  # given back is not waiting
    change(client, post, jon, text="Second try.")
    client.sign_in(ane).post(f"/blog/{post.id}/review/approval")

    assert now(post).text == "Second try."


def test_whoever_runs_the_space_needs_nobody(client, ane, space):
    assert now(make_post(ane, space=space)).is_published


def test_nothing_goes_round_it(client, ane, jon, space):
    """Waiting elsewhere, then moved in; held, then published; given a date instead."""
    with writing():
        author = db.session.get_one(Person, jon.id)
        text = Manuscript(
            title="Held", text="x", rendered=render("x"), language="en", tags=[], cover=""
        )
        post = publishing.publish(text, by=author)
        post.state, post.space_id = PostState.HELD, space.id
        number = post.id
    client.sign_in(jon).post(f"/blog/{number}/appearance")
    assert now(post).state is PostState.SUBMITTED

    with writing():
        now(post).state = PostState.HELD
    client.put(f"/blog/{number}/schedule", data={"due": "2027-05-05T09:00"})
    assert now(post).state is PostState.SUBMITTED
    client.sign_in(ane).post(f"/blog/{number}/review/approval")
    assert now(post).state is PostState.SCHEDULED
    change(client, post, jon, title="Another text")
    assert now(post).state is PostState.SUBMITTED


def test_a_space_that_stops_asking_leaves_nobody_stuck(app, jon, space):
    post = make_post(jon, space=space)
    with writing():
        now(post).space.needs_approval = False

    assert policy.publish(jon, now(post))


def test_two_who_approve_at_once_publish_once(app, ane, jon, space):
    from app.activity.models import Line

    post = make_post(jon, space=space)
    number = post.id
    at_once(app, *[(ane, f"/blog/{number}/review/approval", {})] * 2)

    lines = db.session.scalars(
        db.select(Line).where(Line.fact == "PostPublished", Line.subject_id == number)
    ).all()
    assert len(lines) == 1


def test_whoever_no_longer_runs_the_space_sees_it_no_more(client, ane, jon, space):
    post = make_post(jon, space=space)
    miren = make_person("Miren")
    with writing():
        found = now(post).space
        found._let_in(miren.id, found.managers[0].role)
    assert client.sign_in(miren).get(f"/blog/{post.id}").status_code == 200
    with writing():
        db.session.delete(now(post).space.membership(miren.id))

    assert client.get(f"/blog/{post.id}").status_code == 404


def test_whoever_has_something_to_look_at_finds_the_way_and_nobody_else(
    client, ane, jon, nerea, space
):
    """To what is new and to what is to be said otherwise; until nothing waits any more."""

    def ways():
        people = {"ane": ane, "jon": jon, "nerea": nerea}
        pages = {who: client.sign_in(one).get("/").text for who, one in people.items()}
        return {who for who, page in pages.items() if 'href="/blog/reviews"' in page}

    assert ways() == set()
    post = make_post(jon, space=space)
    assert ways() == {"ane"}
    client.sign_in(ane).post(f"/blog/{post.id}/review/approval")
    assert ways() == set()
    change(client, post, jon, text="By phone")
    assert ways() == {"ane"}
