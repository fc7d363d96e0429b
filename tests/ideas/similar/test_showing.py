"""Similar ideas where one needs them: in the form of a new idea, and beside one that stands."""

import re

import pytest

from app.core.db import db
from app.ideas.models import Idea, Support
from tests.factories import make_idea, withdraw_idea
from tests.factories.ideas import give_support


@pytest.fixture
def letter(app, jon):
    app.extensions.pop("ideas.similar", None)
    return make_idea(jon, title="Tell customers that their letter arrived", problem="They call.")


def ask(client, title="Avisar de que la carta ha llegado", **more):
    said = {"title": title} | more
    return client.get("/ideas/similar", query_string=said, htmx=True).text


def test_while_typing_similar_ideas_come_with_a_way_to_support_them(client, ane, letter):
    page = ask(client.sign_in(ane))

    assert letter.title in page and "Support this one instead" in page
    assert f'formaction="/ideas/{letter.id}/support"' in page
    assert "<html" not in page


def test_one_hears_how_many_there_are_only_when_that_has_changed(client, ane, letter):
    client.sign_in(ane)
    assert "1 idea says something like it." in ask(client, said=0)
    assert 'role="status"' not in ask(client, said=1)
    assert "No idea says that yet." in ask(client, title="Más aparcamiento", said=1)
    assert 'role="status"' not in ask(client, title="Más aparcamiento", said=0)


def test_nobody_is_offered_to_support_their_own_or_what_they_support(client, ane, jon, letter):
    assert "Support this one instead" not in ask(client.sign_in(jon))

    give_support(letter, ane)
    page = ask(client.sign_in(ane))
    assert "You support it" in page and "Support this one instead" not in page


def test_what_was_taken_away_is_not_shown(client, ane, jon, letter):
    client.sign_in(ane)
    assert letter.title in ask(client)
    withdraw_idea(letter, by=jon)
    assert letter.title not in ask(client)
    assert letter.title not in ask(client.sign_in(jon))


def test_without_script_a_button_shows_them_and_nothing_typed_is_lost(client, ane, letter):
    form = client.sign_in(ane).get("/ideas/new").text
    assert re.search(r'<noscript><button[^>]* name="similar"', form)

    typed = {
        "title": "Avisar de que la carta llegó",
        "problem": "Nadie *sabe* nada.",
        "kind": "fix",
    }
    page = client.post("/ideas", data=typed | {"similar": "1"})

    assert page.status_code == 200 and letter.title in page.text
    assert "Nadie *sabe* nada." in page.text and "Avisar de que la carta llegó" in page.text
    assert db.session.query(Idea).count() == 1


def test_the_button_of_the_form_supports_the_other_idea(client, ane, letter):
    typed = {"title": "Avisar de que la carta llegó", "problem": "Nadie sabe nada."}
    answer = client.sign_in(ane).post(f"/ideas/{letter.id}/support", data=typed)

    assert answer.status_code == 303 and answer.location.endswith(f"/ideas/{letter.id}")
    assert [one.person_id for one in db.session.query(Support)] == [ane.id]


def test_the_address_is_a_page_as_well(client, ane, letter):
    client.sign_in(ane)
    page = client.get("/ideas/similar?title=carta+recibida").text
    assert "<h1>Similar ideas</h1>" in page and letter.title in page
    nothing = client.get("/ideas/similar?title=aparcamiento").text
    assert "No idea says that yet." in nothing


def test_beside_an_idea_stand_those_about_the_same_once_one_comes_there(client, ane, letter):
    twin = make_idea(title="Say that the letter is here")
    client.sign_in(ane)

    page = client.get(f"/ideas/{letter.id}").text
    assert f'hx-get="/ideas/{letter.id}/similar"' in page and twin.title not in page

    part = client.get(f"/ideas/{letter.id}/similar", htmx=True).text
    assert twin.title in part and letter.title not in part and "Merge into this one" not in part
    whole = client.get(f"/ideas/{letter.id}/similar").text
    assert twin.title in whole and letter.title in whole


def test_governance_merges_from_there(client, nerea, letter):
    twin = make_idea(title="Say that the letter is here")
    part = client.sign_in(nerea).get(f"/ideas/{letter.id}/similar", htmx=True).text
    assert f"/ideas/{letter.id}/merging/new?q={twin.id}" in part


def test_a_list_asks_as_much_for_five_as_for_one(client, ane, letter, queries):
    client.sign_in(ane)
    ask(client)
    queries.clear()
    ask(client)
    asked = len(queries)
    for number in range(7):
        make_idea(title=f"Tell them that letter {number} arrived")
    assert ask(client).count("<li>") == 5
    queries.clear()
    ask(client)
    assert len(queries) == asked <= 4
