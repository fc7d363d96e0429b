"""One person, one answer."""

import re

import pytest
from sqlalchemy import func, select

from app.core.db import db
from app.people.models import Person
from app.survey import queries, sealing
from app.survey.models import Receipt
from tests.conftest import Visitor, together
from tests.factories.survey import open_wave
from tests.survey.answering import ALL, code_in, miren, opened, sent, stop


def test_the_same_form_sent_again_is_told_the_same_and_counted_once(page, wave):
    """After a cut, a double tap, or the back button."""
    mine = sent(wave, remark="More time.") | {"code": code_in(page.get("/survey").text)}
    first, again = (page.post("/survey/answer", data=mine) for _ in range(2))

    assert (first.status_code, again.status_code) == (200, 200)
    assert first.text.count(mine["code"]) == again.text.count(mine["code"]) >= 2
    assert "Thank you. Look at your result now" in again.text
    assert len(opened(wave)) == 1


def test_who_goes_back_and_changes_it_is_told_that_the_first_counts(page, wave):
    mine = sent(wave)
    page.post("/survey/answer", data=mine)
    said = page.post("/survey/answer", data=mine | {"answer-q1": "1"})

    assert said.status_code == 409
    assert "This one was not counted: you had answered before, and that counts." in said.text
    assert [one.answers for one in opened(wave)] == [ALL]


def test_who_has_answered_elsewhere_gets_their_result_and_is_told_it_does_not_count(page, wave):
    page.post("/survey/answer", data=sent(wave))
    said = page.post("/survey/answer", data=sent(wave, {f"q{n}": 5 for n in range(1, 8)}))

    assert said.status_code == 409 and "This one was not counted" in said.text
    assert "100 out of 100." in said.text
    assert "Your code" not in said.text
    assert [one.answers for one in opened(wave)] == [ALL]


def test_a_code_made_by_hand_is_not_taken(page, wave):
    said = page.post("/survey/answer", data=sent(wave) | {"code": "1"})
    code = re.search(r'id="deletion-code" value="([^"]+)"', said.text)[1]
    assert sealing.read_code(code) == code


def test_an_answer_to_an_older_wave_is_not_counted_in_this_one(page, wave):
    mine = sent(wave)
    stop(wave)
    newer = open_wave(by=miren(), name="Winter")
    said = page.post("/survey/answer", data=mine)
    assert said.status_code == 409 and "“Autumn” takes no more answers" in said.text
    assert opened(newer) == []


@pytest.mark.parametrize("is_one_form", [True, False])
def test_fifty_at_once_make_one(app, wave, ane, is_one_form):
    browsers = [Visitor(app, app.response_class).sign_in(ane) for _ in range(50)]
    mine = sent(wave)
    visits = [(one, "/survey/answer", mine if is_one_form else sent(wave)) for one in browsers]

    said = together(app, *visits)

    expected = [200] * 50 if is_one_form else [200] + [409] * 49
    assert [one.status_code for one in said] == expected
    assert len(opened(wave)) == 1
    assert db.session.scalar(select(func.count()).select_from(Receipt)) == 1


def test_people_at_once_do_not_stand_in_one_anothers_way(app, wave, ane):
    asked = list(db.session.scalars(queries.asked("WaveOpened", wave.id)))[:12]
    people = [db.session.get_one(Person, number) for number in asked]
    browsers = [Visitor(app, app.response_class).sign_in(person) for person in people]
    said = together(app, *((one, "/survey/answer", sent(wave)) for one in browsers))
    assert [one.status_code for one in said] == [200] * 12
    assert len(opened(wave)) == 12
