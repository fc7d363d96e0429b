"""The same for several ideas of the list, and taking the whole of it back."""

import html
import re
from datetime import timedelta

import pytest

from app.catalogue import queries as catalogue
from app.catalogue.models import Kind
from app.catalogue.tagging import tag
from app.core import clock, outbox
from app.core.db import db, writing
from app.ideas import supporting
from app.ideas.models import Batch, Idea, StepKind, Verdict
from app.notifications.models import Delivery, Notification
from app.people.models import Person
from tests.conftest import at_once
from tests.factories import decide, make_idea, make_person, make_term
from tests.factories.ideas import make_template
from tests.ideas.test_group_decision import seen, verdicts


@pytest.fixture
def chief(client, nerea):
    return client.sign_in(nerea)


@pytest.fixture
def reason(app):
    return make_term("It needs a signature", kind=Kind.REASONS)


def done(client, doing, ideas, **said):
    """The page that says what became of them."""
    data = {"ideas": seen(*ideas)} | said
    answer = client.post(f"/ideas/several?do={doing}", data=data)
    assert answer.status_code == 303, answer.text
    return client.get(answer.location).text


def undo(client, page):
    action = re.search(r'action="(/ideas/several/[^"]*_method=DELETE)"', page)[1]
    answer = client.post(html.unescape(action))
    assert answer.status_code == 303
    return client.get(answer.location).text


def found(idea):
    return db.session.get_one(Idea, idea.id)


def tags(idea):
    return [tag.name for tag in catalogue.tags_of("idea", idea.id)]


def told_of_a_decision():
    outbox.drain()
    told = (
        db.select(Notification.person_id)
        .join(Delivery, Delivery.id == Notification.delivery_id)
        .where(Delivery.fact == "IdeaDecided")
    )
    return sorted(db.session.scalars(told))


def test_a_no_is_asked_shown_to_whoever_sends_it_and_told_to_each(chief, ane, jon, nerea, reason):
    ane_id, jon_id = ane.id, jon.id
    with writing():
        db.session.get_one(Person, jon_id).language = "eu"
    ideas = [make_idea(ane, title="Cards <b>"), make_idea(jon, title="Letters")]
    backer = make_person("Salma").id
    with writing():
        supporting.sponsor(found(ideas[1]), by=db.session.get_one(Person, backer))
    template = make_template(
        nerea,
        text="Gracias, {nombre}: «{idea}» no.",
        text_eu="Eskerrik asko, {izena}: «{ idea }» ez.",
    )
    said = {"reason_id": reason.id, "template": template.id, "words": "Both of you, {name}."}

    asked = chief.post("/ideas/several?do=decline", data={"ideas": seen(*ideas)} | said)

    assert asked.status_code == 200 and "Nothing has been decided yet." in asked.text
    assert "Gracias, Ane: «Cards &lt;b&gt;» no.\n\nBoth of you, Ane." in asked.text
    assert "Eskerrik asko, Jon: «Letters» ez.\n\nBoth of you, Jon." in asked.text
    assert verdicts(*ideas) == [Verdict.NEW] * 2

    page = done(chief, "decline", ideas, sure=1, **said)
    assert "2 ideas changed" in page
    assert [found(one).reason_id for one in ideas] == [reason.id] * 2
    assert found(ideas[0]).words == "Gracias, Ane: «Cards <b>» no.\n\nBoth of you, Ane."
    assert found(ideas[1]).words == "Eskerrik asko, Jon: «Letters» ez.\n\nBoth of you, Jon."
    assert told_of_a_decision() == sorted([ane_id, jon_id, backer])

    page = undo(chief, page)
    assert "2 ideas are as they were before" in page
    assert verdicts(*ideas) == [Verdict.NEW] * 2 and found(ideas[0]).steps == []
    assert told_of_a_decision() == []


def test_what_somebody_decided_meanwhile_is_left_and_named(chief, nerea, reason):
    ideas = [make_idea(title=f"Idea {n}") for n in range(3)]
    other = make_person("Garazi Etxeberria", "governance")
    stale = {"ideas": seen(*ideas), "reason_id": reason.id, "sure": "1"}
    decide(ideas[1], by=other)

    answer = chief.post("/ideas/several?do=decline", data=stale)
    page = chief.get(answer.location).text

    assert "2 ideas changed, 1 not" in page
    left = page.partition('id="left"')[2].partition('id="done"')[0]
    assert "Idea 1" in left and "Somebody changed it meanwhile." in left
    assert "Garazi Etxeberria" in left
    assert verdicts(*ideas) == [Verdict.DECLINED, Verdict.IN_PROGRESS, Verdict.DECLINED]

    decide(ideas[0], by=other, verdict=Verdict.DONE)
    page = undo(chief, page)
    assert "Somebody went on from there" in page and "1 idea is as it was before" in page
    assert verdicts(*ideas) == [Verdict.DONE, Verdict.IN_PROGRESS, Verdict.NEW]


def test_after_the_time_to_undo_nothing_is_undone(chief, monkeypatch, reason):
    idea = make_idea()
    page = done(chief, "decline", [idea], reason_id=reason.id, sure=1)
    address = re.search(r'action="(/ideas/several/\d+)\?_method=DELETE', page)[1]
    later = clock.now() + timedelta(minutes=11)
    monkeypatch.setattr(clock, "now", lambda: later)

    answer = chief.delete(address)

    page = chief.get(answer.location).text
    assert "too long ago" in page and "Undo all of it" not in page
    assert verdicts(idea) == [Verdict.DECLINED]


def test_an_owner_is_found_by_name_and_what_stood_before_comes_back(chief, jon):
    meant, _ = make_person("Ane Beitia"), make_person("Maider Beitia")
    jons, nobodys, hers = make_idea(owner_id=jon.id), make_idea(), make_idea(owner_id=meant.id)
    ideas = [jons, nobodys, hers]
    said = {"ideas": seen(*ideas), "person": "beit"}
    asked = chief.post("/ideas/several?do=owner", data=said)
    assert asked.status_code == 422 and "Choose who it is." in asked.text
    assert "Ane Beitia" in asked.text and "Maider Beitia" in asked.text
    for wrong, why in (("", "Write a name"), ("nobody at all", "Nobody goes by that name.")):
        answer = chief.post("/ideas/several?do=owner", data=said | {"person": wrong})
        assert answer.status_code == 422 and why in answer.text

    page = done(chief, "owner", ideas, person="beit", person_id=meant.id)

    assert "2 ideas changed, 1 not" in page and "So it was already." in page
    assert {found(one).owner_id for one in ideas} == {meant.id}
    undo(chief, page)
    assert [found(one).owner_id for one in ideas] == [jon.id, None, meant.id]


def test_a_tag_is_added_to_those_without_it_and_taken_off_them_again(chief, ane):
    one, other = make_idea(), make_idea()
    with writing():
        tag(found(other), ["SMS", "Letters"])
    for wrong in ("", "!!!", "one, two"):
        data = {"ideas": seen(one), "tag": wrong}
        assert chief.post("/ideas/several?do=tag", data=data).status_code == 422

    page = done(chief, "tag", [one, other], tag="sms")

    assert "1 idea changed, 1 not" in page and "So it was already." in page
    assert tags(one) == ["SMS"] and tags(other) == ["Letters", "SMS"]
    undo(chief, page)
    assert tags(one) == [] and tags(other) == ["Letters", "SMS"]


def test_an_area_looks_at_what_is_new_and_is_decided_where_somebody_works(chief, nerea, ane):
    area, old = make_term("Loyalty", kind=Kind.AREAS), make_term("Call centre", kind=Kind.AREAS)
    new, working, ended = make_idea(ane), make_idea(ane), make_idea(ane)
    decide(working, by=nerea, verdict=Verdict.ANALYSE, area_id=old.id, target=2027)
    decide(ended, by=nerea, verdict=Verdict.DECLINED)
    outbox.drain()
    before = len(told_of_a_decision())

    page = done(chief, "area", [new, working, ended], area_id=area.id)

    assert "2 ideas changed, 1 not" in page and "It has ended" in page
    assert found(new).is_new and found(new).area_id == area.id
    assert found(new).steps[-1].kind is StepKind.ROUTED
    assert (found(working).verdict, found(working).target) == (Verdict.ANALYSE, 2027)
    assert found(working).area_id == area.id
    assert len(told_of_a_decision()) == before + 1  # of the one that is worked on

    decide(new, by=nerea)
    with writing():
        found(new).undo_decision(by=db.session.get_one(Person, nerea.id))
    assert found(new).area_id == area.id  # it still looks at it

    undo(chief, page)
    assert found(new).area_id is None and found(working).area_id == old.id


def test_nothing_written_is_lost_while_it_is_asked(chief, reason):
    idea = make_idea(title="Letters")
    said = {"ideas": seen(idea), "words": "Thank you all, {name}", "reconsider": "A law."}
    for wrong in ({}, {"reason_id": "99999"}, {"reason_id": reason.id, "template": "77"}):
        answer = chief.post("/ideas/several?do=decline", data=said | wrong)
        assert answer.status_code == 422 and "Thank you all, {name}" in answer.text
    customer = said | {"reason_id": reason.id, "words": "Her card is 4111 1111 1111 1111."}
    assert chief.post("/ideas/several?do=decline", data=customer).status_code == 422
    kept = chief.post("/ideas/several?do=decline", data=customer | {"discretion": "keep"})
    assert kept.status_code == 200 and 'name="discretion" value="keep"' in kept.text
    back = said | {"reason_id": reason.id, "change": "1", "sure": "1"}
    answer = chief.post("/ideas/several?do=decline", data=back)
    assert "A law." in answer.text and f'value="{seen(idea)[0]}" checked' in answer.text
    assert verdicts(idea) == [Verdict.NEW]


def test_no_more_than_a_hundred_none_and_nonsense_get_a_sentence(chief, reason):
    idea = make_idea()
    crowd = " ".join(f"{number}:1" for number in range(1, 102))
    for wrong, why in (([], "Choose for which"), (["x", "9"], "Choose for"), ([crowd], "hundred")):
        said = {"ideas": wrong, "reason_id": reason.id, "sure": "1"}
        answer = chief.post("/ideas/several?do=decline", data=said)
        assert answer.status_code == 422 and why in answer.text
    assert chief.get("/ideas/several/new?do=decline").status_code == 303
    assert chief.get("/ideas/several/new?do=nothing&ideas=1:1").status_code == 404
    nobodys = {"ideas": ["999999999:1"], "tag": "SMS"}
    assert chief.post("/ideas/several?do=tag", data=nobodys).status_code == 303
    assert verdicts(idea) == [Verdict.NEW]


def test_the_list_offers_it_to_governance_alone_whole_page_and_back(client, ane, nerea):
    ideas = [make_idea(title=f"Idea {n}") for n in range(3)]
    assert "data-several" not in client.sign_in(ane).get("/ideas/table").text
    client.sign_in(nerea)

    page = client.get("/ideas/table?verdict=new&order=newest").text
    whole = re.search(r'name="ideas" value="([^"]*)" data-all', page)[1]
    assert sorted(whole.split()) == sorted(seen(*ideas))

    page = client.get(
        "/ideas/several/new",
        query_string={"do": "tag", "ideas": whole, "back": "?verdict=new&order=newest"},
    ).text
    assert page.count('" checked> <span><b') == 3
    assert 'href="/ideas/table?verdict=new&amp;order=newest"' in page


def test_sent_twice_and_two_at_once_it_is_done_once(app, client, nerea, reason):
    ideas = [make_idea() for _ in range(25)]  # three portions
    other = make_person("Garazi", "governance")
    said = {"ideas": seen(*ideas), "reason_id": reason.id, "sure": "1", "once": "a" * 32}
    address = "/ideas/several?do=decline"
    answers = at_once(app, (nerea, address, said), (other, address, said))
    assert [answer.status_code for answer in answers] == [303, 303]
    twice = at_once(app, *[(nerea, address, said | {"once": "b" * 32})] * 2)
    assert [answer.status_code for answer in twice] == [303, 303]
    again = client.sign_in(nerea).post(address, data=said)
    assert again.status_code == 303

    kinds = [step.kind for one in ideas for step in found(one).steps]
    assert kinds == [StepKind.DECIDED] * 25
    assert db.session.scalar(db.select(db.func.count(Batch.id))) == 3


def test_its_pages_ask_as_much_for_many_as_for_one(chief, reason, queries):
    def asked(ideas):
        chosen = {"ideas": seen(*ideas), "reason_id": reason.id}
        queries.clear()
        chief.get("/ideas/several/new", query_string=chosen | {"do": "decline"})
        chief.post("/ideas/several?do=decline", data=chosen)
        before = len(queries)
        answer = chief.post("/ideas/several?do=decline", data=chosen | {"sure": "1"})
        queries.clear()
        chief.get(answer.location)
        return before, len(queries)

    asked([make_idea()])  # what is read once for all is read now
    few = asked([make_idea()])
    assert asked([make_idea() for _ in range(8)]) == few
