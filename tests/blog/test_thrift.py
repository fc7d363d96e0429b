"""How little the pages everybody reads ask of the database, with everything on them that may be."""

import pytest

from app.catalogue.models import Kind
from app.core import clock
from app.core.db import db, writing
from app.moderation import hiding
from tests.factories import (
    events,
    make_case,
    make_comment,
    make_draft,
    make_person,
    make_picture,
    make_post,
    make_reaction,
    make_space,
    make_term,
)

PROMISED = 8


@pytest.fixture
def busy(app, ane, jon, nerea):
    """Posts with a place, a cover, labels, comments, answers and reactions, which ask their
    readers to say that they have read them, and an event to which all come; their author runs the
    space, and it is hers.
    """
    term, _ = make_term(by=nerea), make_term("A good morning", kind=Kind.HABITS, by=nerea)
    space = make_space(ane, name="The counter", members=[jon, nerea])
    made = [
        make_post(
            ane,
            title=f"About the queue {number}",
            tags=["queue", "counter"],
            terms=[term],
            cover=make_picture(ane),
            space=space,
            asks_since=clock.now(),
        )
        for number in range(4)
    ]
    for post in made:
        first = make_comment("What about @Jon?", on=post, by=jon)
        answer = make_comment(on=post, by=ane, answering=first)
        for thing in (post, first, answer):
            make_reaction(on=thing, by=nerea)
    event = events.make_event(ane, space=space.id)
    for person in (ane, jon, nerea):
        make_draft(person)
        events.answer(events.date_of(event), person)
    return {"post": made[0].id, "space": space.id, "term": term.id, "ane": ane.id}


@pytest.fixture
def ask(client, queries):
    """What a page asks that nobody has read since something was decided, on a new connection's
    first look at everything.
    """

    def ask(path):
        assert client.get(path).status_code == 200
        with writing():
            pass  # a decision: whatever was kept until then is read anew
        db.session.expunge_all()
        queries.clear()
        assert client.get(path).status_code == 200
        return list(queries)

    return ask


PAGES = [
    "/",
    "/blog",
    "/blog?tag=queue&author={ane}&term={term}",
    "/blog?space={space}",
    "/blog/{post}",
    "/activity",
    "/spaces/{space}",
    "/spaces/{space}/posts",
    "/conversation/post/{post}/comments",
]


@pytest.mark.parametrize("who", ["ane", "jon", "nerea"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_asks_eight_at_most(client, busy, ask, request, who, page):
    """Its author, a member, and governance; none of it is kept from anybody before."""
    client.sign_in(request.getfixturevalue(who))

    asked = ask(page.format(**busy))

    assert len(asked) <= PROMISED, "\n\n".join(asked)


@pytest.mark.parametrize("who", ["ane", "nerea"])
def test_a_hidden_post_asks_no_more(client, busy, ask, ane, nerea, who):
    """It also says why."""
    post, reporter = make_post(ane, tags=["queue"]), make_person()
    make_comment(on=post, by=ane)
    make_case(post, by=reporter, then=lambda case, of: hiding.hide(case, "A name", by=of(nerea)))
    client.sign_in({"ane": ane, "nerea": nerea}[who])

    asked = ask(f"/blog/{post.id}")

    assert len(asked) <= PROMISED, "\n\n".join(asked)
