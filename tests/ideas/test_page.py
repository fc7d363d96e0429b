"""The page of an idea."""

import pytest

from app.catalogue.models import Kind
from app.catalogue.tagging import give_terms, tag
from app.core.db import db, writing
from app.ideas.models import Idea, Verdict
from tests.factories import decide, make_comment, make_idea, make_person, make_term, withdraw_idea
from tests.factories.ideas import give_support, merge


@pytest.fixture
def idea(ane):
    return make_idea(ane, change="Two *messages*.", audience="Whoever leaves")


def test_it_says_what_it_is_and_whose(client, jon, idea):
    page = client.sign_in(jon).get(f"/ideas/{idea.id}").text
    for words in ("Two <em>messages</em>", "Whoever leaves", "What would change", "Ane", "New"):
        assert words in page


def test_its_terms_and_tags_lead_to_theirs(client, jon, idea):
    term = make_term("Bajas", kind=Kind.TOUCHPOINTS).id
    with writing():
        found = db.session.get_one(Idea, idea.id)
        tag(found, ["SMS"]), give_terms(found, [term])

    page = client.sign_in(jon).get(f"/ideas/{idea.id}").text

    assert "<dt>Touchpoint</dt>" in page and "/catalogue/touchpoints/bajas" in page
    assert "/tags/sms" in page


@pytest.mark.parametrize(
    ("voice", "said"), [("customer", "Heard from a customer"), ("colleague", "Told by Ane")]
)
def test_it_says_in_whose_voice(client, ane, jon, voice, said):
    whose = jon.id if voice == "colleague" else None
    idea = make_idea(ane, voice=voice, behalf_of_id=whose)
    assert said in client.sign_in(ane).get(f"/ideas/{idea.id}").text


def test_its_history_says_who_and_in_which_words(client, jon, nerea, idea):
    decide(idea, by=nerea, verdict=Verdict.ANALYSE, target=2027, words="We look at it.")
    decide(idea, by=nerea, verdict=Verdict.DECLINED, words="The law says no.")

    page = client.sign_in(jon).get(f"/ideas/{idea.id}").text
    history = page[page.index('class="history"') :]

    assert history.index("The law says no.") < history.index("YES (2027)") < history.index("New")
    assert "It needs a signature" in history and "Nerea" in history


def test_history_names_no_idea_that_others_do_not_see(client, jon, nerea, ane, idea):
    gone = make_idea(ane, title="The hidden one")
    merge(gone, idea, by=nerea)
    with writing():
        db.session.get_one(Idea, gone.id).hide(by=nerea)

    page = client.sign_in(jon).get(f"/ideas/{idea.id}").text

    assert "Another idea was merged into it" in page
    assert "The hidden one" not in page[page.index('class="history"') :]


def test_what_is_withdrawn_says_so_and_offers_nothing(client, ane):
    idea = withdraw_idea(make_idea(ane), by=ane)
    page = client.sign_in(ane).get(f"/ideas/{idea.id}").text
    assert "This idea is withdrawn." in page and "Support ·" not in page and "Edit" not in page


def test_it_asks_as_much_for_many_as_for_one(client, jon, nerea, idea, queries):
    client.sign_in(jon)

    def asked():
        queries.clear()
        assert client.get(f"/ideas/{idea.id}").status_code == 200
        return len(queries)

    asked()  # what is kept for all is read once
    decide(idea, by=nerea, verdict=Verdict.ANALYSE)
    give_support(idea, make_person()), make_comment(on=idea, by=nerea)
    few = asked()
    for verdict in (Verdict.IN_PROGRESS, Verdict.ANALYSE, Verdict.IN_PROGRESS):
        decide(idea, by=nerea, verdict=verdict)
    for _ in range(20):
        give_support(idea, make_person()), make_comment(on=idea, by=nerea)

    assert asked() == few <= 15
