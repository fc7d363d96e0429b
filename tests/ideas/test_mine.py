"""What somebody has to do with ideas, in one place; and what home says of it."""

import re

import pytest

from app.core.db import db, writing
from app.following.models import Following
from app.ideas.models import Evaluator, Idea, Verdict
from app.people.models import Person
from tests.factories import decide, make_idea, withdraw_idea
from tests.factories.ideas import give_support


def titles(page):
    return re.findall(r'<a class="plain" href="/ideas/\d+"[^>]*>([^<]*)<', page.text)


def tab(client, name):
    return client.get(f"/ideas/mine?tab={name}")


def ask(idea, by):
    number, who = idea.id, by.id
    with writing():
        db.session.get_one(Idea, number).ask("How many?", by=db.session.get_one(Person, who))


def evaluate(idea, person, by):
    with writing():
        db.session.add(Evaluator(idea_id=idea.id, person_id=person.id, asked_by=by.id))


def test_each_tab_has_its_own(client, ane, jon, nerea):
    make_idea(ane, title="Hers")
    make_idea(jon, title="Told for her", voice="colleague", behalf_of_id=ane.id)
    withdraw_idea(make_idea(ane, title="Gone"), by=ane)
    liked, followed, number = make_idea(jon, title="Liked"), make_idea(jon, title="Kept"), ane.id
    give_support(liked, ane)
    with writing():
        Following.follow("idea", followed.id, by=db.session.get_one(Person, number))
    client.sign_in(ane)

    assert titles(tab(client, "proposed")) == ["Gone", "Told for her", "Hers"]
    assert titles(tab(client, "supported")) == ["Liked"]
    assert "Kept" in titles(tab(client, "followed"))
    assert titles(tab(client, "waiting")) == []
    assert "Withdrawn" in tab(client, "proposed").text
    assert titles(client.sign_in(nerea).get("/ideas/mine")) == []


def test_what_waits_says_why(client, ane, jon, nerea):
    lacking, asked = make_idea(ane, title="Lacking"), make_idea(jon, title="To be told")
    ask(lacking, by=nerea), evaluate(asked, ane, by=nerea)
    make_idea(jon, title="Carried", owner_id=ane.id)
    decide(make_idea(jon, title="Over", owner_id=ane.id), by=nerea, verdict=Verdict.DONE)
    make_idea(ane, title="At rest")

    page = tab(client.sign_in(ane), "waiting")

    assert titles(page) == ["Carried", "To be told", "Lacking"]
    for words in ("answer what was asked", "Say what you think", "It is in your hands"):
        assert page.text.count(words) == 1


@pytest.mark.parametrize("name", ["proposed", "supported", "followed", "waiting", "moon"])
def test_an_empty_tab_says_what_would_stand_there(client, ane, name):
    page = tab(client.sign_in(ane), name)
    assert page.status_code == 200 and 'class="empty"' in page.text


def test_it_goes_on_a_page_at_a_time(client, ane, queries):
    for nth in range(21):
        make_idea(ane, title=f"Idea {nth:02}")
    client.sign_in(ane).get("/ideas/mine")  # what is kept for all is read once
    queries.clear()

    first = client.get("/ideas/mine")
    asked = len(queries)
    older = re.search(r'href="([^"]*before=\d+)" rel="next"', first.text)[1]

    assert asked <= 3 and len(titles(first)) == 20
    assert titles(client.get(older.replace("&amp;", "&"))) == ["Idea 00"]


class TestHome:
    @pytest.mark.parametrize(
        ("how", "said"),
        [
            ("lacks", "lacks a detail"),
            ("evaluated", "You are asked what you think"),
            ("owned", "is in your hands"),
        ],
    )
    def test_it_says_what_waits(self, client, ane, jon, nerea, how, said):
        if how == "lacks":
            ask(make_idea(ane), by=nerea)
        elif how == "evaluated":
            evaluate(make_idea(jon), ane, by=nerea)
        else:
            make_idea(jon, owner_id=ane.id)

        assert said in client.sign_in(ane).get("/").text
        assert said not in client.sign_in(jon).get("/").text

    def test_where_nothing_waits_nothing_is_asked(self, client, ane, queries):
        client.sign_in(ane).get("/")
        queries.clear()
        assert "home-idea" not in client.get("/").text
        assert not any("idea_evaluators" in one for one in queries[1:])
