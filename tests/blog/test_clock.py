"""What the clock does to posts: publishing what is due, ending what is over."""

import threading
from datetime import datetime, timedelta

import pytest

from app.activity.models import Line
from app.blog import expiry
from app.blog.models import Post, PostState
from app.core import clock, textindex
from app.core.db import db
from app.core.i18n import absolute
from tests.blog.writing import post_of, written
from tests.factories import make_person, make_post

SOON = timedelta(hours=2)


def later(**ago):
    return clock.at(clock.now() + timedelta(**ago))


def state(post):
    return db.session.get_one(Post, post.id, populate_existing=True).state


def typed(moment):
    return f"{moment:%Y-%m-%dT%H:%M}"


def published_lines(post):
    return list(
        db.session.scalars(
            db.select(Line).where(Line.fact == "PostPublished", Line.subject_id == post.id)
        )
    )


def test_a_post_is_given_a_date_on_its_writers_own_clock(client, ane):
    client.sign_in(ane)
    day = clock.now() + timedelta(days=3)
    form = written(due=f"{day:%Y-%m-%d}T09:30")
    del form["cover"]

    answer = client.post("/blog", data=form)
    post = post_of(answer)

    nine = datetime(day.year, day.month, day.day, 9, 30)
    with client.application.test_request_context():
        assert post.published_at == absolute(nine)  # the house's zone, not UTC
    assert post.published_at != nine and post.state is PostState.SCHEDULED
    assert "It will be published on" in client.get(answer.location).text


@pytest.mark.parametrize(
    "due", ["2001-01-01T09:00", "9999-01-01T09:00", "soon", "0001-01-01T00:00"]
)
def test_a_moment_that_makes_no_sense_comes_back(client, ane, due):
    client.sign_in(ane)
    answer = client.post("/blog", data=written(due=due))

    assert answer.status_code == 422 and due in answer.text
    assert "The chair nobody takes" in answer.text


def test_nobody_else_finds_what_waits(client, ane, jon, nerea):
    """Page, list, tag, writer, search, count, stream, profile, export: and governance neither."""
    kept = make_post(
        ane,
        title="Zirimiri title",
        text="Zirimiri text",
        tags=["zirimiri"],
        due=clock.now() + SOON,
    )
    number = kept.id
    for who in (jon, nerea):
        client.sign_in(who)
        for path in (
            f"/blog/{number}",
            "/blog",
            "/blog?q=zirimiri",
            "/blog?tag=zirimiri",
            f"/blog?author={ane.id}",
            "/",
            "/activity",
            f"/people/{ane.id}",
            f"/blog/{number}/revisions",
            f"/blog/{number}/plan",
            f"/conversation/post/{number}/comments",
        ):
            page = client.get(path).text
            assert "zirimiri" not in page.lower().replace("q=zirimiri", "").replace(
                'value="zirimiri"', ""
            ).replace("“zirimiri”", "").replace("tag=zirimiri", "").replace(
                '<b class="tag">zirimiri</b>', ""
            ).replace("#zirimiri on the blog", ""), path
    assert client.get(f"/blog/{number}").status_code == 404
    assert b"irimiri" not in client.get("/blog/export").data
    client.sign_in(ane)
    assert "Zirimiri title" in client.get(f"/blog/{number}").text
    assert "Zirimiri title" not in client.get("/blog").text


def test_the_clock_publishes_it_and_says_who_wrote_it(client, ane, jon):
    post = make_post(ane, title="At nine", due=clock.now() + SOON)
    expiry.keep_time()
    assert state(post) is PostState.SCHEDULED

    with later(hours=3):
        expiry.keep_time()
        expiry.keep_time()

    assert state(post) is PostState.PUBLISHED
    (line,) = published_lines(post)
    assert line.actor_id == ane.id
    assert "At nine" in client.sign_in(jon).get("/blog?q=nine").text


def test_of_several_workers_one_publishes(app, ane):
    post = make_post(ane, due=clock.now() + SOON)
    number, moment = post.id, clock.now() + timedelta(hours=3)
    gate, wrong = threading.Barrier(3), []

    def work():
        with app.app_context(), clock.at(moment):
            gate.wait(10)
            try:
                expiry.keep_time()
            except Exception as error:
                wrong.append(error)

    threads = [threading.Thread(target=work) for _ in range(3)]
    [one.start() for one in threads]
    [one.join() for one in threads]
    db.session.rollback()

    assert not wrong and len(published_lines(db.session.get_one(Post, number))) == 1


def test_whoever_left_publishes_nothing_in_person(app, ane):
    gone = make_person("Gone")
    post = make_post(gone, due=clock.now() + SOON)
    from app.core.db import writing
    from app.people.models import Person

    with writing():
        db.session.get_one(Person, gone.id).disabled_at = clock.now()
    with later(hours=3):
        expiry.keep_time()

    assert published_lines(post)[0].actor_id is None


def test_its_date_is_changed_and_taken_back(client, ane):
    post = make_post(ane, due=clock.now() + SOON)
    client.sign_in(ane)
    moment = clock.now() + timedelta(days=4)

    client.put(f"/blog/{post.id}/schedule", data={"due": typed(moment)})
    changed = db.session.get_one(Post, post.id).published_at
    client.delete(f"/blog/{post.id}/schedule")
    with later(days=9):
        expiry.keep_time()

    assert changed > clock.now() + timedelta(days=3)
    assert state(post) is PostState.HELD and not published_lines(post)
    client.post(f"/blog/{post.id}/appearance")
    assert state(post) is PostState.PUBLISHED and len(published_lines(post)) == 1


def test_what_waits_is_edited_without_being_found(client, ane, jon):
    post = make_post(ane, due=clock.now() + SOON)
    client.sign_in(ane)
    version = db.session.get_one(Post, post.id).version
    client.put(f"/blog/{post.id}", data=written(title="Zirimiri", version=version))

    now = db.session.get_one(Post, post.id)
    assert (now.title, now.edited_at) == ("Zirimiri", None)
    found = textindex.matches("zirimiri", kinds={"post"}, limit=5)
    assert db.session.execute(db.select(found.c.number)).all() == []


def test_what_is_over_leaves_the_lists_and_its_address_says_so(client, ane, jon):
    post = make_post(ane, title="Only in autumn", expires_at=clock.now() + SOON)
    with later(hours=3):
        expiry.keep_time()
    client.sign_in(jon)

    assert state(post) is PostState.EXPIRED
    for path in ("/blog", "/blog?q=autumn", f"/people/{ane.id}", "/"):
        assert f'href="/blog/{post.id}"' not in client.get(path).text.split("stream")[0], path
    page = client.get(f"/blog/{post.id}")
    assert page.status_code == 200 and "may not hold any more" in page.text
    assert "It still holds" not in page.text


def test_its_authors_give_it_more_time(client, ane, jon):
    post = make_post(ane, title="Only in autumn", expires_at=clock.now() + SOON)
    with later(hours=3):
        expiry.keep_time()
    client.sign_in(ane)
    assert "It still holds" in client.get(f"/blog/{post.id}").text

    moment = clock.now() + timedelta(days=40)
    client.put(f"/blog/{post.id}/expiry", data={"expires": typed(moment)})

    assert state(post) is PostState.PUBLISHED
    assert "Only in autumn" in client.sign_in(jon).get("/blog?q=autumn").text


def test_what_is_featured_stands_first_until_its_date(client, ane, jon, nerea):
    old = make_post(ane, title="Featured and old", published_at=datetime(2020, 1, 1))
    make_post(ane, title="Brand new")
    client.sign_in(nerea)
    until = clock.now() + timedelta(days=4)
    answer = client.put(f"/blog/{old.id}/feature", data={"until": typed(until)})
    assert answer.status_code == 303

    client.sign_in(jon)
    for path in ("/blog", "/"):
        page = client.get(path).text
        page = page[page.index('id="main"') :]
        assert page.index("Featured and old") < page.index("Brand new"), path
        assert page.count(f'id="post-{old.id}-') == 1, path

    with later(days=5):
        expiry.keep_time()
    page = client.get("/blog").text
    assert page.index("Brand new") < page.index("Featured and old")


def test_only_governance_features(client, ane):
    post = make_post(ane)
    client.sign_in(ane)
    moment = typed(clock.now() + SOON)

    assert client.put(f"/blog/{post.id}/feature", data={"until": moment}).status_code == 403
    assert "Stand first" not in client.get(f"/blog/{post.id}/plan").text


def test_what_is_typed_wrong_is_still_there(client, nerea):
    post = make_post(nerea)
    client.sign_in(nerea)
    for noun, name in (("expiry", "expires"), ("feature", "until")):
        answer = client.put(f"/blog/{post.id}/{noun}", data={name: "2001-01-01T09:00"})
        assert answer.status_code == 422 and "2001-01-01T09:00" in answer.text
        assert client.put(f"/blog/{post.id}/{noun}", data={}).status_code == 422
