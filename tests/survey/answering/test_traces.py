"""What is left of an answer, and what it costs."""

import pytest
from sqlalchemy import select

from app.core.db import Base, db
from app.people.models import Person
from tests.factories import make_person, make_unit
from tests.factories.survey import answer, open_wave
from tests.survey.answering import miren, rows, sent, stop


def test_nothing_of_the_person_is_left_in_any_table(page, wave):
    page.get("/survey")
    before = rows()
    page.post("/survey/answer", data=sent(wave, remark="More time."))
    page.get("/survey")
    page.post("/survey/answer", data=sent(wave))

    grown = {name: count - before[name] for name, count in rows().items() if count != before[name]}
    assert grown == {"survey_receipts": 1, "survey_sealed": 1}


def test_not_even_the_count_of_decisions_moves(page, wave):
    number = select(Base.metadata.tables["data_version"].c.number)
    before = db.session.scalar(number)
    page.post("/survey/answer", data=sent(wave))
    assert db.session.scalar(number) == before


def test_a_refused_answer_leaves_nothing_either(page, wave):
    page.get("/survey")
    before = rows()
    page.post("/survey/answer", data=sent(wave) | {"answer-q1": "6"})
    assert rows() == before


def test_the_session_knows_nothing_of_it(page, wave):
    page.get("/survey")
    with page.session_transaction() as session:
        before = dict(session)
    page.post("/survey/answer", data=sent(wave))
    with page.session_transaction() as session:
        assert dict(session) == before


@pytest.mark.parametrize("path", ["/survey", "/survey/withdrawal"])
def test_the_pages_ask_as_much_of_a_large_house_as_of_a_small_one(page, wave, queries, path):
    page.get(path)
    queries.clear()
    page.get(path)
    few = len(queries)
    for group in range(20):
        unit = make_unit(f"Unit {group}")
        for _ in range(3):
            make_person(unit_id=unit.id)
    stop(wave)
    open_wave(by=miren(), name="Winter")
    page.get(path)
    queries.clear()
    page.get(path)
    assert len(queries) == few <= 6


def test_answering_asks_as_much_of_many_answers_as_of_few(page, wave, queries):
    mine = sent(wave, {"q1": 4})
    page.get("/survey")
    queries.clear()
    page.post("/survey/answer", data=mine)
    few = len(queries)
    somebody, *others = db.session.scalars(select(Person).where(Person.name != "Ane")).all()
    for person in others[:10]:
        answer(wave, person)
    mine = sent(wave)
    page.sign_in(somebody)
    queries.clear()
    page.post("/survey/answer", data=mine)
    assert len(queries) == few <= 11, "\n".join(queries)
