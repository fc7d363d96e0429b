"""Who, what, why and until when: on a page, as Markdown, and as the beginning of a post."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from app.catalogue.models import Kind
from app.committee import closing, errands
from app.committee.markdown import escaped
from app.committee.models import Sitting
from app.core import clock, outbox
from app.core.db import db
from app.core.markdown import render
from app.core.markdown.reading import plain
from app.drafts.models import Draft
from app.ideas.models import Verdict
from app.notifications.models import Delivery, Notification
from tests.factories import make_idea, make_person, make_term
from tests.factories.committee import close_sitting, make_sitting, settle

SLY = "*Stars* [and](/links) <b>tags</b>\n# no heading\n1. no list\n- none"


@pytest.fixture
def sitting(nerea, ane, jon):
    ideas = [make_idea(ane, title=f"Idea {nth} of _three_") for nth in (1, 2, 3)]
    made = make_sitting(nerea, *ideas, present=[jon], quorum=2)
    reason = make_term("The law does not allow it", kind=Kind.REASONS)
    settle(made, nerea, Verdict.ANALYSE, target=2027, owner=jon, until=date(2100, 3, 2))
    settle(made, nerea, Verdict.DECLINED, reason_id=reason.id, words=SLY, reconsider="It changes.")
    return close_sitting(made, by=nerea, note="We meet again in May.")


def test_the_page_says_who_what_why_and_until_when(client, sitting, nerea, jon):
    page = client.sign_in(nerea).get(f"/committee/{sitting.id}/minutes").text
    for said in ("Jon", "Nerea", "2027", "The law does not allow it", "It changes.", "2100-03-02"):
        assert said in page
    assert "We meet again in May." in page and "Idea 3 of _three_" in page
    assert "&lt;b&gt;tags" in page
    assert client.sign_in(jon).get(f"/committee/{sitting.id}/minutes").status_code == 200


def test_the_file_says_the_same_and_nobodys_words_are_its_markup(client, sitting, nerea):
    answer = client.sign_in(nerea).get(f"/committee/{sitting.id}/minutes?as=md")
    assert answer.mimetype == "text/markdown" and ".md" in answer.headers["Content-Disposition"]
    html = render(answer.text).html
    read = plain(html, 10_000)
    for said in ("Idea 1 of _three_", "*Stars* [and](/links) <b>tags</b>", "# no heading", "2027"):
        assert said in read
    assert "<a " not in html and html.count("<h2") == 1
    assert client.get(f"/committee/{sitting.id}/minutes?as=pdf").status_code == 404


@pytest.mark.alone
@pytest.mark.parametrize("words", [SLY, "a_b_c", "> quoted", "=====", "2) two", "`code`", "x | y"])
def test_whatever_markdown_would_take_for_its_own_is_read_as_it_was_written(words):
    read = plain(render(escaped(words)).html, 1000).split()
    assert read == words.split()


def test_a_post_begins_with_what_was_decided_and_no_names(client, sitting, nerea):
    answer = client.sign_in(nerea).post(f"/committee/{sitting.id}/article")
    draft = db.session.scalars(select(Draft)).one()
    assert answer.location.endswith(f"draft={draft.id}")
    [text] = draft.fields["text"]
    assert "The law does not allow it" in text and "2027" in text
    assert "Jon" not in text and "Idea 3" not in text and "Stars" not in text
    page = client.get(answer.location)
    assert "The law does not allow it" in page.text


def test_the_clock_closes_what_everybody_left_and_tells_of_it(ane, nerea, monkeypatch):
    sitting = make_sitting(nerea, make_idea(ane), make_idea(ane))
    settle(sitting, nerea)
    errands.close()
    assert db.session.get_one(Sitting, sitting.id).is_open
    later = clock.now() + timedelta(hours=13)
    monkeypatch.setattr(clock, "now", lambda: later)
    errands.close()
    db.session.expire_all()
    assert not db.session.get_one(Sitting, sitting.id).is_open
    outbox.drain()
    told = select(func.count()).select_from(Notification).join(Delivery)
    told = told.where(Delivery.fact == "IdeaDecisionTold", Notification.person_id == ane.id)
    assert db.session.scalar(told) == 1


def test_told_again_nobody_hears_twice(ane, nerea):
    sitting = make_sitting(nerea, make_idea(ane))
    settle(sitting, nerea)
    close_sitting(sitting, by=nerea)
    errand = outbox.Errand(kind=closing.TELLING, key="x", payload={"sitting": sitting.id})
    for _ in range(2):
        closing.tell(errand)
    told = select(func.count()).where(Delivery.fact == "IdeaDecisionTold")
    assert db.session.scalar(told) == 1


def test_minutes_keep_what_was_agreed_then(client, sitting, nerea):
    leire = make_person("Leire")
    item = db.session.get_one(Sitting, sitting.id).items[0]
    client.sign_in(nerea).put(f"/ideas/{item.idea_id}/owner/{leire.id}")
    page = client.get(f"/committee/{sitting.id}/minutes").text
    assert "Jon" in page and "Leire" not in page


def test_of_an_idea_that_was_hidden_only_those_who_see_it_read(client, sitting, nerea, jon, ane):
    number = sitting.items[0].idea_id
    client.sign_in(nerea).post(f"/ideas/{number}/withdrawal")
    for who, sees in ((nerea, True), (jon, False)):
        page = client.sign_in(who).get(f"/committee/{sitting.id}/minutes").text
        written = client.get(f"/committee/{sitting.id}/minutes?as=md").text
        assert ("Idea 1 of _three_" in page) is sees
        assert ("Idea 1 of" in written) is sees
    client.sign_in(nerea).post(f"/committee/{sitting.id}/article")
    [text] = db.session.scalars(select(Draft)).one().fields["text"]
    assert "Idea 1" not in text and "Idea 2" in text
