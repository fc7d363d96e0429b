"""Taking an answer back, with the code that only its person has."""

import pytest
from sqlalchemy import func, select

from app.core.db import Base, db, writing
from app.survey import keys, sealing
from app.survey.models import Receipt, Sealed, Wave
from tests.factories import make_person
from tests.factories.survey import answer, open_wave


@pytest.fixture
def wave(ane, jon):
    for _ in range(10):
        make_person()
    return open_wave()


@pytest.fixture
def page(client, ane, wave):
    return client.sign_in(ane)


def lie_there():
    return [db.session.scalar(select(func.count()).select_from(one)) for one in (Receipt, Sealed)]


def typed(code, how):
    return {
        "as given": code,
        "in small letters": code.lower(),
        "with spaces": f"  {code.replace('-', '  ')} ",
        "at a stretch": code.replace("-", ""),
        "with other dashes": code.lower().replace("-", " – "),
    }[how]


@pytest.mark.parametrize("htmx", [False, True])
@pytest.mark.parametrize(
    "how", ["as given", "in small letters", "with spaces", "at a stretch", "with other dashes"]
)
def test_the_code_takes_it_back_however_it_is_typed(page, wave, ane, how, htmx):
    code = answer(wave, ane)
    said = page.post("/survey/withdrawal", data={"code": typed(code, how)}, htmx=htmx)

    assert said.status_code == 200 and "Your answer is gone" in said.text
    assert said.headers["Cache-Control"] == "no-store"
    assert lie_there() == [0, 0]
    assert "<fieldset" in page.get("/survey").text  # and one may answer again


@pytest.mark.parametrize(
    "code, words",
    [
        ("", "Write the code you were given with your result."),
        ("nonsense", "This is no code of ours: it has sixteen letters and digits."),
        ("ABCD-EFGH-JKMN-PQR", "This is no code of ours"),
        ("ABCD-EFGH-JKMN-PQRSABCD", "This is no code of ours"),
        ("ABCD-EFGH-JKMN-PQR0", "This is no code of ours"),  # no code has a zero
        ("ABCD-EFGH-JKMN-PQRS", "No answer of yours lies under this code."),
    ],
)
def test_a_wrong_code_is_said_at_its_field(page, wave, ane, code, words):
    answer(wave, ane)
    said = page.post("/survey/withdrawal", data={"code": code})
    assert said.status_code == 422 and words in said.text
    assert f'value="{code}"' in said.text
    assert 'aria-invalid="true"' in said.text
    assert lie_there() == [1, 1]


def test_nobody_takes_back_what_is_somebody_elses(page, wave, jon):
    code = answer(wave, jon)
    said = page.post("/survey/withdrawal", data={"code": code})
    assert said.status_code == 422 and "No answer of yours lies under this code." in said.text
    assert lie_there() == [1, 1]


def test_a_second_time_there_is_nothing_to_take_back(page, wave, ane):
    code = answer(wave, ane)
    page.post("/survey/withdrawal", data={"code": code})
    assert page.post("/survey/withdrawal", data={"code": code}).status_code == 422


def test_from_the_result_it_is_one_press(page, wave):
    said = page.post("/survey/answer", data={"answer-q1": "4", "code": sealing.new_code()})
    code = said.text.split('action="/survey/withdrawal"')[1].split('name="code" value="')[1][:19]
    assert page.post("/survey/withdrawal", data={"code": code}).status_code == 200
    assert lie_there() == [0, 0]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_once_it_is_closed_nobody_can(page, wave, ane, method):
    code = answer(wave, ane)
    with writing():
        db.session.get_one(Wave, wave.id).stop(by=None)
    said = page.open("/survey/withdrawal", method=method, data={"code": code})
    assert said.status_code == (200 if method == "GET" else 409)
    assert "“Autumn” is closed. Nobody can find an answer any more: not you, not us." in said.text
    assert 'id="code"' not in said.text
    assert lie_there() == [1, 1]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_without_its_key_nobody_can(page, wave, ane, method):
    code = answer(wave, ane)
    keys.destroy(wave.key_name)
    said = page.open("/survey/withdrawal", method=method, data={"code": code})
    assert said.status_code == (200 if method == "GET" else 409)
    assert "The key that finds your answer is missing" in said.text


def test_where_nothing_was_ever_asked_there_is_nothing_to_take_back(client, ane):
    client.sign_in(ane)
    assert "No survey is open now." in client.get("/survey/withdrawal").text
    assert client.post("/survey/withdrawal", data={"code": "x"}).status_code == 409


def test_it_leaves_no_trace(page, wave, ane):
    code = answer(wave, ane)
    page.get("/survey/withdrawal")
    before = rows()
    page.post("/survey/withdrawal", data={"code": code})
    changed = {name: n - before[name] for name, n in rows().items() if n != before[name]}
    assert changed == {"survey_receipts": -1, "survey_sealed": -1}
    with page.session_transaction() as session:
        assert "_flashes" not in session


def rows():
    return {
        table.name: db.session.scalar(select(func.count()).select_from(table))
        for table in Base.metadata.sorted_tables
    }
