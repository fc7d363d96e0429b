"""One idea after another: decided, asked about, skipped, parked, taken back, and told once."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from app.committee.models import Item, Sitting, Status
from app.core import clock, outbox
from app.core.db import db
from app.ideas.models import Idea, Verdict
from app.notifications.models import Notification
from tests.conftest import at_once
from tests.factories import decide, make_idea, make_person
from tests.factories.committee import close_sitting, make_sitting, settle
from tests.factories.ideas import make_template


@pytest.fixture
def ideas(ane):
    return [make_idea(ane, title=f"Idea number {nth}") for nth in range(1, 5)]


@pytest.fixture
def sitting(nerea, ideas):
    return make_sitting(nerea, *ideas)


def on_table(sitting):
    db.session.expire_all()
    return db.session.get_one(Sitting, sitting.id).idea_id


def status(sitting, idea):
    wanted = select(Item).where(Item.sitting_id == sitting.id, Item.idea_id == idea.id)
    db.session.expire_all()
    return db.session.scalars(wanted).one().status


def turn(client, sitting, way, **more):
    here = {"idea": on_table(sitting) or None} | more
    query = "&".join(f"{name}={value}" for name, value in here.items() if value)
    return client.put(f"/committee/{sitting.id}/turn?way={way}&{query}")


def decided(client, sitting, idea, **said):
    version = db.session.get_one(Idea, idea.id).version
    form = {"verdict": "in-progress", "version": str(version)} | said
    return client.post(f"/committee/{sitting.id}/decision?idea={idea.id}", data=form)


def told_to(person):
    outbox.drain()
    counted = select(func.count()).select_from(Notification)
    return db.session.scalar(counted.where(Notification.person_id == person.id))


def test_one_form_says_what_becomes_of_it_who_carries_it_and_until_when(
    client, sitting, ideas, nerea
):
    client.sign_in(nerea)
    day = (clock.now() + timedelta(days=30)).date()
    said = {"verdict": "analyse", "target": "2027", "words": "In spring.", "owner": str(nerea.id)}
    assert decided(client, sitting, ideas[0], until=day.isoformat(), **said).status_code == 303
    idea = db.session.get_one(Idea, ideas[0].id)
    assert (idea.verdict, idea.target, idea.words) == (Verdict.ANALYSE, 2027, "In spring.")
    assert (idea.owner_id, idea.target_on) == (nerea.id, day)
    assert on_table(sitting) == ideas[1].id


def test_its_author_and_whoever_supports_it_hear_of_it_when_the_sitting_is_over_and_once(
    client, sitting, ideas, nerea, ane, jon
):
    client.sign_in(jon).post(f"/ideas/{ideas[0].id}/support")
    before = told_to(ane), told_to(jon)
    client.sign_in(nerea)
    decided(client, sitting, ideas[0])
    turn(client, sitting, "back")
    decided(client, sitting, ideas[0], verdict="analyse")
    assert (told_to(ane), told_to(jon)) == before
    client.post(f"/committee/{sitting.id}/closing", data={"note": ""})
    for _ in range(2):
        assert (told_to(ane), told_to(jon)) == (before[0] + 1, before[1] + 1)
        client.post(f"/committee/{sitting.id}/closing", data={"note": ""})


def test_skipped_it_comes_later_and_parked_another_day(client, sitting, ideas, nerea):
    client.sign_in(nerea)
    turn(client, sitting, "skip")
    turn(client, sitting, "park")
    assert on_table(sitting) == ideas[2].id
    assert status(sitting, ideas[1]) is Status.PARKED
    for idea in ideas[2:]:
        decided(client, sitting, idea)
    assert on_table(sitting) == ideas[0].id
    decided(client, sitting, ideas[0])
    assert on_table(sitting) is None
    close_sitting(sitting, by=nerea)
    another = make_sitting(nerea, is_open=False)
    form = {"sources": "parked", "order": "age", "most": "5"}
    client.post(f"/committee/{another.id}/agenda", data=form)
    db.session.expire_all()
    found = db.session.get_one(Sitting, another.id).items
    assert [one.idea_id for one in found] == [ideas[1].id]


def test_back_leads_through_what_was_seen_and_undo_puts_all_of_it_back(
    client, sitting, ideas, nerea, ane
):
    client.sign_in(nerea)
    decided(client, sitting, ideas[0], owner=str(nerea.id))
    turn(client, sitting, "skip")
    turn(client, sitting, "back")
    turn(client, sitting, "back")
    assert on_table(sitting) == ideas[0].id
    item = db.session.scalars(select(Item).where(Item.idea_id == ideas[0].id)).one()
    client.delete(f"/committee/{sitting.id}/decision?item={item.id}")
    idea = db.session.get_one(Idea, ideas[0].id)
    assert idea.verdict is Verdict.NEW and idea.owner_id is None
    assert status(sitting, ideas[0]) is Status.WAITING
    close_sitting(sitting, by=nerea)
    assert told_to(ane) == 0


def test_a_decision_of_an_hour_ago_is_taken_back_as_long_as_nobody_was_told(
    client, sitting, ideas, nerea, monkeypatch
):
    item = settle(sitting, nerea)
    number, later = item.id, clock.now() + timedelta(hours=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    client.sign_in(nerea)
    client.delete(f"/committee/{sitting.id}/decision?item={number}")
    assert db.session.get_one(Idea, ideas[0].id).verdict is Verdict.NEW


def test_new_stays_undecided_and_says_why_with_nothing_lost(client, sitting, ideas, nerea):
    answer = client.sign_in(nerea)
    answer = decided(client, sitting, ideas[0], verdict="new", words="Let us see.")
    assert answer.status_code == 422 and "Let us see." in answer.text
    assert on_table(sitting) == ideas[0].id


def test_what_somebody_decided_on_the_board_meanwhile_is_shown_beside_mine(
    client, sitting, ideas, nerea
):
    version = ideas[0].version
    decide(ideas[0], by=make_person("Leire", "governance"), words="On the board.")
    client.sign_in(nerea)
    form = {"verdict": "analyse", "version": str(version), "words": "At the table."}
    url = f"/committee/{sitting.id}/decision?idea={ideas[0].id}"
    answer = client.post(url, data=form)
    assert answer.status_code == 409
    assert "On the board." in answer.text and "At the table." in answer.text
    assert db.session.get_one(Idea, ideas[0].id).verdict is Verdict.IN_PROGRESS
    version = db.session.get_one(Idea, ideas[0].id).version
    assert client.post(url, data=form | {"version": str(version)}).status_code == 303
    assert db.session.get_one(Idea, ideas[0].id).verdict is Verdict.ANALYSE


def test_whoever_lost_the_chair_decides_nothing_and_keeps_their_words(
    client, sitting, ideas, nerea
):
    leire = make_person("Leire", "governance")
    client.sign_in(leire).put(f"/committee/{sitting.id}/chair")
    client.sign_in(nerea)
    answer = decided(client, sitting, ideas[0], words="Mine alone.")
    assert answer.status_code == 409
    assert "Mine alone." in answer.text and "Leire" in answer.text
    assert db.session.get_one(Idea, ideas[0].id).verdict is Verdict.NEW
    client.sign_in(leire)
    assert decided(client, sitting, ideas[0]).status_code == 303


def test_two_presses_in_one_moment_decide_once(app, sitting, ideas, nerea):
    url = f"/committee/{sitting.id}/decision?idea={ideas[0].id}"
    form = {"verdict": "in-progress", "version": str(ideas[0].version)}
    answers = at_once(app, (nerea, url, form), (nerea, url, form))
    assert [one.status_code for one in answers] == [303, 409]
    steps = db.session.get_one(Idea, ideas[0].id).steps
    assert [one.verdict for one in steps] == [Verdict.IN_PROGRESS]
    assert on_table(sitting) == ideas[1].id


def test_whoever_follows_asks_whether_anything_moved(client, nerea, ideas, jon):
    sitting = make_sitting(nerea, *ideas, present=[jon])
    client.sign_in(jon)
    seen = db.session.get_one(Sitting, sitting.id).moves
    assert client.get(f"/committee/{sitting.id}/live?seen={seen}", htmx=True).status_code == 204
    settle(sitting, nerea)
    news = client.get(f"/committee/{sitting.id}/live?seen={seen}", htmx=True)
    assert news.status_code == 200 and "Idea number 2" in news.text
    assert "decision" not in news.text
    close_sitting(sitting, by=nerea)
    over = client.get(f"/committee/{sitting.id}/live?seen={seen}", htmx=True)
    assert f"/committee/{sitting.id}" in over.text and "/decision" not in over.text


def test_what_is_withdrawn_meanwhile_is_passed_over(client, sitting, ideas, nerea, ane):
    client.sign_in(ane).post(f"/ideas/{ideas[1].id}/withdrawal")
    client.sign_in(nerea)
    decided(client, sitting, ideas[0])
    assert on_table(sitting) == ideas[2].id


def test_a_question_is_asked_at_once_and_the_idea_leaves_the_table(
    client, sitting, ideas, nerea, ane
):
    client.sign_in(nerea)
    data = {"question": "How many letters?"}
    client.post(f"/committee/{sitting.id}/question?idea={ideas[0].id}", data=data)
    assert db.session.get_one(Idea, ideas[0].id).question == "How many letters?"
    assert status(sitting, ideas[0]) is Status.ASKED
    assert told_to(ane) == 1


def test_a_full_table_asks_the_database_as_often_as_an_empty_one(client, nerea, ane, queries):
    few = make_sitting(nerea, make_idea(ane))
    many = make_sitting(nerea, *[make_idea(ane) for _ in range(12)])
    client.sign_in(nerea)
    asked = []
    for sitting in (few, many):
        client.get(f"/committee/{sitting.id}/table")
        queries.clear()
        client.get(f"/committee/{sitting.id}/table")
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_a_template_is_put_in_and_nothing_that_was_written_is_lost(client, sitting, ideas, nerea):
    template = make_template(nerea, text="Gracias, {nombre}.")
    client.sign_in(nerea)
    sent = {"verdict": "analyse", "target": "2027", "words": "Mine.", "fill": "1"}
    answer = decided(client, sitting, ideas[0], template=str(template.id), **sent)
    assert answer.status_code == 200 and on_table(sitting) == ideas[0].id
    assert "Mine." in answer.text and "Gracias, Ane." in answer.text and "2027" in answer.text
    url = f"/committee/{sitting.id}/question?idea={ideas[0].id}"
    asked = client.post(url, data={"question": "Why?", "template": str(template.id), "fill": "1"})
    assert "Why?" in asked.text and "Gracias, Ane." in asked.text
    assert status(sitting, ideas[0]) is Status.WAITING


def item_of(sitting, idea):
    db.session.expire_all()
    wanted = select(Item).where(Item.sitting_id == sitting.id, Item.idea_id == idea.id)
    return db.session.scalars(wanted).one()


def undo(client, sitting, idea):
    return client.delete(f"/committee/{sitting.id}/decision?item={item_of(sitting, idea).id}")


def test_decided_anew_and_undone_it_is_as_it_was_before_the_sitting(
    client, sitting, ideas, nerea, jon, ane
):
    client.sign_in(nerea)
    decided(client, sitting, ideas[0], owner=str(nerea.id))
    turn(client, sitting, "back")
    decided(client, sitting, ideas[0], verdict="analyse")
    steps = [one for one in db.session.get_one(Idea, ideas[0].id).steps if one.is_untold]
    assert [one.verdict for one in steps] == [Verdict.ANALYSE]
    undo(client, sitting, ideas[0])
    idea = db.session.get_one(Idea, ideas[0].id)
    assert (idea.verdict, idea.owner_id) == (Verdict.NEW, None)
    close_sitting(sitting, by=nerea)
    assert told_to(ane) == 0


def test_what_was_decided_since_is_not_told_as_it_was_at_the_table(
    client, sitting, ideas, nerea, ane
):
    client.sign_in(nerea)
    decided(client, sitting, ideas[0])
    decide(ideas[0], by=make_person("Leire", "governance"), verdict=Verdict.DECLINED)
    assert told_to(ane) == 1
    close_sitting(sitting, by=nerea)
    assert told_to(ane) == 1


def test_a_confirmed_decision_is_not_undone_but_who_carries_it_is(client, ideas, nerea, jon):
    decide(ideas[0], by=nerea)
    sitting = make_sitting(nerea, ideas[0], present=[jon])
    client.sign_in(nerea)
    decided(client, sitting, ideas[0], owner=str(jon.id))
    assert item_of(sitting, ideas[0]).is_confirmed
    undo(client, sitting, ideas[0])
    idea = db.session.get_one(Idea, ideas[0].id)
    assert (idea.verdict, idea.owner_id) == (Verdict.IN_PROGRESS, None)


def test_a_question_stays_asked_when_its_idea_comes_back(client, sitting, ideas, nerea):
    client.sign_in(nerea)
    client.post(f"/committee/{sitting.id}/question?idea={ideas[0].id}", data={"question": "Why?"})
    undo(client, sitting, ideas[0])
    assert on_table(sitting) == ideas[0].id
    assert status(sitting, ideas[0]) is Status.ASKED


def test_the_only_one_left_stays_when_it_is_skipped(client, nerea, ane):
    idea = make_idea(ane)
    sitting = make_sitting(nerea, idea)
    client.sign_in(nerea)
    turn(client, sitting, "skip")
    assert on_table(sitting) == idea.id


def test_back_goes_by_what_was_there_last(client, nerea, ane):
    one, other = make_idea(ane), make_idea(ane)
    sitting = make_sitting(nerea, one, other)
    client.sign_in(nerea)
    for _ in range(2):
        turn(client, sitting, "skip")
    assert on_table(sitting) == one.id
    for expected in (other, one, one):
        turn(client, sitting, "back")
        assert on_table(sitting) == expected.id


def test_what_was_undone_on_the_board_waits_again_and_names_nobody(
    client, sitting, ideas, nerea, jon
):
    client.sign_in(nerea)
    decided(client, sitting, ideas[0], owner=str(nerea.id))
    client.delete(f"/ideas/{ideas[0].id}/decision")
    assert status(sitting, ideas[0]) is Status.WAITING
    for idea in ideas[1:]:
        decided(client, sitting, idea)
    assert on_table(sitting) == ideas[0].id


@pytest.mark.parametrize("way", ["decision", "question"])
def test_what_is_written_of_an_idea_that_is_gone_is_given_back(
    client, sitting, ideas, nerea, ane, way
):
    client.sign_in(ane).post(f"/ideas/{ideas[0].id}/withdrawal")
    client.sign_in(nerea)
    form = {"verdict": "analyse", "version": "1", "words": "Mine", "question": "Mine"}
    answer = client.post(f"/committee/{sitting.id}/{way}?idea={ideas[0].id}", data=form)
    assert answer.status_code == 409 and '<blockquote dir="auto">Mine' in answer.text


def test_a_question_about_another_idea_is_given_back(client, sitting, ideas, nerea):
    client.sign_in(nerea)
    turn(client, sitting, "skip")
    url = f"/committee/{sitting.id}/question?idea={ideas[0].id}"
    answer = client.post(url, data={"question": ""})
    assert answer.status_code == 409
    assert db.session.get_one(Idea, ideas[0].id).question == ""
