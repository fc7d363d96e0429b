"""What ties one thing to another, on the pages of both."""

import re

from sqlalchemy import func, select

from app.blog.models import Post
from app.conversation.models import Comment
from app.core.db import db, writing
from app.core.markdown import render
from app.ideas.models import Idea
from app.people.models import Person
from app.threads.models import Relation, Tie
from tests.factories import (
    make_comment,
    make_idea,
    make_person,
    make_post,
    make_space,
    withdraw,
)
from tests.factories.threads import tie


def thread(client, address):
    """What the line on a page says, or nothing."""
    page = client.get(address).text
    found = re.search(r'<nav class="thread.*?</nav>', page, re.S)
    return re.sub(r"<[^>]+>", " ", found.group()) if found else ""


def test_an_idea_that_was_begun_on_a_post_says_so_on_both(client, ane):
    post = make_post(ane, title="Nobody told me")
    number, who = post.id, ane.id
    with writing():
        idea = Idea.submit(
            "Tell them",
            "They call again.",
            render("They call again."),
            by=db.session.get_one(Person, who),
            kind="fix",
            language="en",
            came_from=db.session.get_one(Post, number),
        )
    client.sign_in(ane)

    for address in (f"/blog/{number}", f"/ideas/{idea.id}"):
        said = thread(client, address)
        assert said.index("Nobody told me") < said.index("Tell them")
    assert db.session.scalar(select(Tie.relation)) is Relation.LED_TO


def test_what_was_said_on_a_post_leads_on_from_its_page(client, ane, nerea):
    post = make_post(ane, title="A day at the desk")
    said = make_comment("Nobody told me", on=post, by=nerea)
    idea = make_idea(nerea, title="Tell them")
    tie(db.session.get_one(Comment, said.id), idea, by=nerea)
    client.sign_in(ane)
    assert "Nobody told me" in thread(client, f"/blog/{post.id}")
    assert "Tell them" in thread(client, f"/blog/{post.id}")
    assert "A day at the desk" not in thread(client, f"/ideas/{idea.id}")


def test_the_way_leads_through_what_lies_between(client, ane):
    """From one idea to the other by the post; and what only has to do with it lies beside."""
    post, first, second = (
        make_post(ane, title="Heard"),
        make_idea(title="One"),
        make_idea(title="Two"),
    )
    beside = make_post(ane, title="Beside it")
    tie(post, first, by=ane)
    tie(post, second, by=ane)
    tie(first, beside, by=ane, beside=True)
    client.sign_in(ane)

    said = thread(client, f"/ideas/{second.id}")

    assert all(title in said for title in ("Heard", "One", "Two", "Beside it"))


def test_a_tie_is_seen_only_where_both_ends_are_and_leads_no_further(client, ane, nerea):
    """Behind what one does not see there is nothing, not even how much."""
    room = make_space(nerea, visibility="hidden")
    secret = make_post(nerea, title="Secret", space=room)
    idea, other = make_idea(nerea, title="Seen"), make_idea(nerea, title="Behind")
    tie(secret, idea, by=nerea)
    tie(secret, other, by=nerea)

    client.sign_in(ane)
    assert thread(client, f"/ideas/{idea.id}") == ""
    client.sign_in(nerea)
    assert "Secret" in thread(client, f"/ideas/{idea.id}")
    assert "Behind" in thread(client, f"/ideas/{idea.id}")


def test_what_is_withdrawn_is_on_no_line_but_its_authors(client, ane, nerea):
    jon = make_person("Jon")
    post, idea = make_post(jon, title="Gone"), make_idea(ane)
    tie(post, idea, by=ane)
    withdraw(post, jon)
    client.sign_in(ane)
    assert thread(client, f"/ideas/{idea.id}") == ""
    client.sign_in(jon)
    assert "Gone" in thread(client, f"/ideas/{idea.id}")


def test_things_are_found_by_their_words_and_tied(client, ane):
    idea, post = make_idea(ane, title="Tell them"), make_post(title="Letters that never came")
    client.sign_in(ane)
    page = client.get(f"/threads/idea/{idea.id}/ties/new?q=letters")
    assert f'value="post:{post.id}"' in page.text

    answer = client.post(
        f"/threads/idea/{idea.id}/ties", data={"to": f"post:{post.id}", "way": "follows"}
    )

    assert answer.location == f"/ideas/{idea.id}"
    made = db.session.scalars(select(Tie)).one()
    assert made.ends == (("post", post.id), ("idea", idea.id))


def test_a_pasted_address_is_found(client, ane):
    idea, post = make_idea(ane), make_post(title="Letters")
    client.sign_in(ane)
    for pasted in (f"/blog/{post.id}", f"https://wow.example.com/blog/{post.id}?x=1"):
        page = client.get(f"/threads/idea/{idea.id}/ties/new", query_string={"q": pasted})
        assert f'value="post:{post.id}"' in page.text
    nothing = client.get(f"/threads/idea/{idea.id}/ties/new", query_string={"q": "/blog/new"})
    assert 'value="post:' not in nothing.text


def test_twice_is_once_whichever_comes_first(client, ane):
    idea, post = make_idea(ane), make_post()
    client.sign_in(ane)
    for address, to in (
        (f"/threads/idea/{idea.id}/ties", f"post:{post.id}"),
        (f"/threads/post/{post.id}/ties", f"idea:{idea.id}"),
    ):
        client.post(address, data={"to": to, "way": "follows"})
    assert db.session.scalar(select(func.count()).select_from(Tie)) == 1


def test_neither_of_two_ideas_leads_to_the_other(client, ane):
    one, other = make_idea(ane), make_idea(title="Another")
    client.sign_in(ane)
    address, said = f"/threads/idea/{one.id}/ties", {"to": f"idea:{other.id}", "way": "follows"}

    refused = client.post(address, data=said)

    assert refused.status_code == 422
    assert "side by side" in refused.text and "Another" in refused.text
    assert client.post(address, data=said | {"way": "beside"}).status_code == 303


def test_nobody_ties_what_they_do_not_see_or_what_is_on_no_line(client, ane, nerea):
    room = make_space(nerea, visibility="hidden")
    secret = make_post(nerea, space=room)
    idea = make_idea(ane)
    client.sign_in(ane)
    for to in (f"post:{secret.id}", f"person:{nerea.id}", "post:99999", "post:x", "nothing:1"):
        answer = client.post(f"/threads/idea/{idea.id}/ties", data={"to": to, "way": "follows"})
        assert answer.status_code == 404, to
    assert client.get(f"/threads/person/{nerea.id}/ties/new").status_code == 404


def test_whoever_tied_them_unties_them_and_governance_does(client, ane, nerea):
    idea, post, jon = make_idea(ane), make_post(), make_person("Jon")
    number = tie(idea, post, by=ane).id
    assert client.sign_in(jon).delete(f"/threads/ties/{number}").status_code == 403
    answer = client.sign_in(ane).delete(f"/threads/ties/{number}?from=idea:{idea.id}")
    assert answer.location == f"/ideas/{idea.id}"
    number = tie(idea, post, by=ane).id
    assert client.sign_in(nerea).delete(f"/threads/ties/{number}").status_code == 303


def test_a_thing_with_many_ties_asks_as_much_as_one_with_one(client, ane, queries):
    idea = make_idea(ane)
    tie(make_post(title="One post"), idea, by=ane)
    client.sign_in(ane)
    client.get(f"/ideas/{idea.id}")

    def asked():
        queries.clear()
        client.get(f"/ideas/{idea.id}")
        return len(queries)

    before = asked()
    for n in range(8):
        tie(make_post(title=f"Post {n}"), idea, by=ane)
    asked()
    assert asked() <= before
