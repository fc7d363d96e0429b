"""Deciding on a page: what each verdict asks for, taking it back, and two who decide at once."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.catalogue.models import Kind, Term
from app.core import clock
from app.core.db import db, writing
from app.ideas.models import Idea, Step, StepKind, Verdict
from app.people.models import Person
from tests.conftest import at_once
from tests.factories import decide, make_idea, make_person, make_term


def again(number):
    db.session.rollback()
    return db.session.get_one(Idea, number)


def sent(idea, verdict="in-progress", **said):
    return {"verdict": verdict, "version": str(idea.version)} | said


def decided(number):
    """The verdicts of its history, in order."""
    rows = select(Step.verdict).where(Step.idea_id == number, Step.kind == StepKind.DECIDED)
    return list(db.session.scalars(rows.order_by(Step.id)))


@pytest.fixture
def idea(ane):
    return make_idea(ane)


@pytest.fixture
def at_work(client, nerea):
    return client.sign_in(nerea)


def test_the_form_asks_for_what_each_verdict_says(at_work, idea):
    make_term("CXE", kind=Kind.AREAS)
    make_term("The law forbids it", kind=Kind.REASONS)

    page = at_work.get(f"/ideas/{idea.id}/decision/new?verdict=declined").text

    assert 'value="declined" checked' in page or 'checked id="verdict-4"' in page
    for words in ("CXE", "The law forbids it", 'name="reconsider"', 'name="target"'):
        assert words in page


def test_an_idea_is_analysed_by_an_area_in_a_year(at_work, idea):
    area = make_term("CXE", kind=Kind.AREAS)
    said = sent(idea, "analyse", area_id=area.id, target="2027", words="We look.", result="No")

    answer = at_work.post(f"/ideas/{idea.id}/decision", data=said)

    assert (answer.status_code, answer.location) == (303, f"/ideas/{idea.id}")
    found = again(idea.id)
    assert (found.verdict, found.area_id, found.target) == (Verdict.ANALYSE, area.id, 2027)
    assert (found.words, found.result) == ("We look.", "")
    page = at_work.get(f"/ideas/{idea.id}").text
    assert "YES (CXE, 2027)" in page and "We look." in page and "Nerea" in page


@pytest.mark.parametrize(
    ("verdict", "says"), [("declined", "Choose a reason"), ("done", "Say what came of it")]
)
def test_what_ends_an_idea_without_saying_why_comes_back_whole(at_work, idea, verdict, says):
    said = sent(idea, verdict, words="Thank you all the same.", reconsider="A new law")

    answer = at_work.post(f"/ideas/{idea.id}/decision", data=said)

    assert answer.status_code == 422
    assert says in answer.text and "Thank you all the same." in answer.text
    assert "A new law" in answer.text
    assert again(idea.id).is_new


def test_a_no_tells_its_author_why_and_what_would_change_it(at_work, idea, ane):
    reason = make_term("The law forbids it", kind=Kind.REASONS)
    said = sent(idea, "declined", reason_id=reason.id, reconsider="Another law", words="Sorry.")

    at_work.post(f"/ideas/{idea.id}/decision", data=said)

    page = at_work.sign_in(ane).get(f"/ideas/{idea.id}").text
    for words in ("The law forbids it", "Another law", "Sorry."):
        assert words in page
    assert "/decision/new" not in page


@pytest.mark.parametrize(
    "wrong",
    [
        {"verdict": "nonsense"},
        {"verdict": ""},
        {"target": "soon", "verdict": "analyse"},
        {"target": "99999", "verdict": "analyse"},
        {"area_id": "99999999999999999999", "verdict": "analyse"},
        {"reason_id": "x", "verdict": "declined"},
        {"words": "a" * 2001},
        {"version": ""},
    ],
)
def test_nonsense_is_refused_and_keeps_the_words(at_work, idea, wrong):
    said = sent(idea, words="Kept words") | wrong

    answer = at_work.post(f"/ideas/{idea.id}/decision", data=said)

    assert answer.status_code == 422
    assert said["words"] in answer.text
    assert again(idea.id).is_new


def test_a_retired_area_that_stands_can_stay(at_work, idea, nerea):
    area = make_term("CXE", kind=Kind.AREAS)
    decide(idea, by=nerea, verdict=Verdict.ANALYSE, area_id=area.id)
    make_term("Fidelización", kind=Kind.AREAS)
    retire(area, nerea)

    said = sent(again(idea.id), "analyse", area_id=area.id, target="2028")
    answer = at_work.post(f"/ideas/{idea.id}/decision", data=said)

    assert answer.status_code == 303 and again(idea.id).target == 2028
    another = make_idea()
    answer = at_work.post(
        f"/ideas/{another.id}/decision", data=sent(another, "analyse", area_id=area.id)
    )
    assert answer.status_code == 422 and "cannot be chosen any more" in answer.text


def retire(term, by):
    number, who = term.id, by.id
    with writing():
        db.session.get_one(Term, number).retire(by=db.session.get_one(Person, who))


def test_a_move_without_a_form_keeps_what_it_does_not_say(at_work, idea, nerea):
    area = make_term("CXE", kind=Kind.AREAS)
    decide(idea, by=nerea, verdict=Verdict.ANALYSE, area_id=area.id, target=2027)

    at_work.post(f"/ideas/{idea.id}/decision", data=sent(again(idea.id)))

    found = again(idea.id)
    assert (found.verdict, found.area_id, found.target) == (Verdict.IN_PROGRESS, area.id, None)


def test_customers_data_is_asked_about_before_it_goes_out(at_work, idea):
    said = sent(idea, words="As 12345678Z told us.")

    answer = at_work.post(f"/ideas/{idea.id}/decision", data=said)
    assert answer.status_code == 422 and "<mark>12345678Z</mark>" in answer.text
    at_work.post(f"/ideas/{idea.id}/decision", data=said | {"discretion": "cover"})

    assert "12345678Z" not in again(idea.id).words and "told us" in again(idea.id).words


def test_undone_from_the_page_it_stands_as_before(at_work, idea, nerea):
    decide(idea, by=nerea, verdict=Verdict.ANALYSE)
    at_work.post(f"/ideas/{idea.id}/decision", data=sent(again(idea.id)))
    page = at_work.get(f"/ideas/{idea.id}").text
    step = again(idea.id).last_decision.id
    undo = f"/ideas/{idea.id}/decision?step={step}&_method=DELETE"
    assert page.count(f'action="{undo.replace("&", "&amp;")}"') == 2  # a toast, and on the page

    answer = at_work.post(undo)

    assert (answer.status_code, answer.location) == (303, f"/ideas/{idea.id}")
    assert again(idea.id).verdict is Verdict.ANALYSE
    assert at_work.delete(f"/ideas/{idea.id}/decision?step={step}").status_code == 303
    assert again(idea.id).verdict is Verdict.ANALYSE, "pressing twice undoes once"


def test_undoing_is_over_after_ten_minutes(at_work, idea, nerea, monkeypatch):
    decide(idea, by=nerea)
    step, later = again(idea.id).last_decision.id, clock.now() + timedelta(minutes=11)
    monkeypatch.setattr(clock, "now", lambda: later)

    assert f"step={step}" not in at_work.get(f"/ideas/{idea.id}").text
    answer = at_work.delete(f"/ideas/{idea.id}/decision?step={step}")

    assert answer.location == f"/ideas/{idea.id}/decision/new"
    assert "too long ago" in at_work.get(answer.location).text
    assert again(idea.id).verdict is Verdict.IN_PROGRESS


def test_undoing_mine_does_not_undo_what_another_decided_since(at_work, idea, nerea):
    decide(idea, by=nerea)
    mine = again(idea.id).last_decision.id
    decide(idea, by=make_person("Garazi", "governance"), verdict=Verdict.ANALYSE, words="Look.")

    answer = at_work.delete(f"/ideas/{idea.id}/decision?step={mine}")

    assert answer.status_code == 409
    assert "Garazi" in answer.text and "Look." in answer.text
    assert again(idea.id).verdict is Verdict.ANALYSE


def test_of_two_who_decide_at_once_one_stands_and_the_other_sees_both(app, nerea, idea):
    garazi, where = make_person("Garazi", "governance"), f"/ideas/{idea.id}/decision"
    done = sent(idea, "done", result="Live since May", words="Thank you.")
    moved = sent(idea, words="The team of the app has it.")

    won, lost = at_once(app, (nerea, where, done), (garazi, where, moved))

    assert (won.status_code, lost.status_code) == (303, 409)
    assert "Live since May" in lost.text and "The team of the app has it." in lost.text
    stood, version = again(idea.id).verdict, again(idea.id).version
    assert decided(idea.id) == [stood]

    loser, mine = (nerea, done) if stood is Verdict.IN_PROGRESS else (garazi, moved)
    client = app.test_client().sign_in(loser)
    answer = client.post(where, data=mine | {"version": str(version)})
    assert answer.status_code == 303
    assert decided(idea.id) == [stood, Verdict(mine["verdict"])]


def test_two_who_decide_the_same_need_not_hear_of_it(app, nerea, idea):
    where, moved = f"/ideas/{idea.id}/decision", sent(idea, words="Under way.")

    answers = at_once(
        app, (nerea, where, moved), (make_person("Garazi", "governance"), where, moved)
    )

    assert [one.status_code for one in answers] == [303, 303]
    assert decided(idea.id) == [Verdict.IN_PROGRESS]


def test_what_is_missing_is_asked_for_and_its_author_reads_it(at_work, idea):
    where = f"/ideas/{idea.id}/question"
    refused = at_work.post(where, data={"question": ""})
    assert refused.status_code == 422 and "its author answers" in refused.text

    answer = at_work.post(where, data={"question": "How many letters a month?"})

    assert answer.status_code == 303
    assert again(idea.id).question == "How many letters a month?"
    assert "How many letters a month?" in at_work.get(f"/ideas/{idea.id}/decision/new").text


def test_nothing_is_asked_of_what_is_decided(at_work, idea, nerea):
    decide(idea, by=nerea)
    answer = at_work.post(f"/ideas/{idea.id}/question", data={"question": "How many?"})
    assert answer.status_code == 403


def test_the_page_asks_as_much_of_a_long_history(at_work, idea, nerea, queries):
    number = idea.id

    def asked(*years):
        for year in years:
            decide(idea, by=nerea, verdict=Verdict.ANALYSE, target=year)
        queries.clear()
        assert at_work.get(f"/ideas/{number}").status_code == 200
        return len(queries)

    asked(2026)  # the house is awake
    assert asked(2027) == asked(*range(2028, 2038)) <= 10  # the next agenda among them
