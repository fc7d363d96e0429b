"""The one honest minute: what somebody sees before, while and after they answer."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from app.core.calendar import today
from app.core.db import Base, db, writing
from app.people.models import Person
from app.survey import keys, queries, sealing
from app.survey.models import Receipt, Sealed, Wave
from tests.conftest import Visitor, together
from tests.factories import make_person, make_unit
from tests.factories.survey import answer, draft_wave, open_wave
from tests.factories.survey_results import counted_wave, figures

ALL = {f"q{n}": 4 for n in range(1, 11)} | {"q12": 9}


@pytest.fixture
def house(app):
    """Everything → {Clinics 15, Offices 11}; Miren of the clinics runs waves."""
    top = make_unit("Everything")
    clinics, offices = make_unit("Clinics", top), make_unit("Offices", top)
    for unit, people in ((clinics, 14), (offices, 11)):
        for _ in range(people):
            make_person(unit_id=unit.id)
    make_person("Miren", "hr", unit_id=clinics.id)
    return offices


@pytest.fixture
def ane(house):
    return make_person("Ane", unit_id=house.id)


@pytest.fixture
def wave(ane):
    return open_wave(by=miren())


@pytest.fixture
def page(client, ane, wave):
    return client.sign_in(ane)


def miren():
    return db.session.scalars(select(Person).where(Person.name == "Miren")).one()


def sent(wave, answers=ALL, **more):
    """What the form sends: `answers` by the codes of items."""
    said = {f"answer-{code}": str(one) for code, one in answers.items()}
    return {"wave": wave.id, "code": sealing.new_code()} | said | more


def code_in(html):
    return re.search(r'name="code"[^>]*value="([^"]+)"', html)[1]


def opened(wave):
    """What lies there, as only the key can read it."""
    key = keys.read(db.session.get_one(Wave, wave.id).key_name)
    return [sealing.unseal(key, row) for row in db.session.scalars(select(Sealed.sealed))]


def rows():
    """How many there are in every table."""
    return {
        table.name: db.session.scalar(select(func.count()).select_from(table))
        for table in Base.metadata.sorted_tables
    }


def stop(wave):
    with writing():
        db.session.get_one(Wave, wave.id).stop(by=None)


# Before


def test_the_notice_says_who_asks_why_and_what_will_be_seen(page, wave):
    html = page.get("/survey").text

    assert "HR will see groups of 5 answers or more, never yours" in html
    assert "People and culture asks, to treat people better, not to appraise you" in html
    assert "A score from 5 answers; detail and comments from 10." in html
    assert "a broad group (Offices)" in html
    assert "Kept 24 months." in html and "personas@wowista.test" in html
    assert "Employee representatives informed" in html


def test_what_hr_will_see_is_what_the_gate_lets_through(page, wave):
    """Of twelve in the offices detail, or one score of half of them; of all 27 no distribution."""
    html = page.get("/survey").text
    table = re.search(r'<table class="table foreseen">.*?</table>', html, re.DOTALL)[0]
    seen = [
        re.sub(r"<[^>]+>|\s+", " ", row).split()
        for row in re.findall(r"<tr.*?</tr>", table, re.DOTALL)
    ]
    assert seen[1:] == [
        ["Everything", "27", "people", "Detail", "Detail"],
        ["Offices", "12", "people", "Detail", "Score"],
    ]


def test_all_is_asked_on_one_page_and_nothing_must_be_answered(page, wave):
    html = page.get("/survey").text

    assert [int(code) for code in re.findall(r'<fieldset[^>]*id="answer-q(\d+)"', html)] == [
        *range(1, 11),
        12,
    ]
    assert html.count('value="na"') == 7
    assert " required" not in html.split("<main")[1]
    assert "No names or clues: HR reads it as it is." in html


@pytest.mark.parametrize(
    "language, words",
    [
        ("es", "Doy a conocer mi nombre: en la placa, al teléfono o en la firma."),
        ("eu", "Nire izena ezagutarazten dut: txartelean, telefonoz edo sinaduran."),
        ("en", "I make my name known: badge, phone or signature."),
        ("pt", "Dou a conhecer o meu nome: crachá, telefone ou assinatura."),
    ],
)
def test_each_reads_it_in_their_language(client, house, language, words):
    reader = make_person("Ane", unit_id=house.id, language=language)
    open_wave(by=miren())
    assert words in client.sign_in(reader).get("/survey").text


def test_what_an_item_lacks_in_a_language_is_asked_in_spanish(client, house):
    reader = make_person("Ane", unit_id=house.id, language="eu")
    wave = open_wave(by=miren())
    with writing():  # no wave opens like this today
        db.session.get_one(Wave, wave.id).items[0].asks = {"es": "¿Se ve tu nombre?", "eu": ""}
    assert "¿Se ve tu nombre?" in client.sign_in(reader).get("/survey").text


def test_what_somebody_calls_themselves_is_shown_as_it_is(client, ane, house):
    open_wave(by=miren(), asker="<b>Us</b>", contact="<script>x</script>", name="<i>Autumn</i>")
    html = client.sign_in(ane).get("/survey").text
    assert "&lt;b&gt;Us&lt;/b&gt;" in html and "<script>x" not in html


# Not now


def test_without_a_survey_it_says_so(client, ane):
    assert "No survey is open now." in client.sign_in(ane).get("/survey").text


def test_who_is_not_asked_is_told_so(client, house):
    with_miren = db.session.get_one(Person, miren().id).unit_id
    somebody = make_person("Jon", unit_id=house.id)
    wave = open_wave(by=miren(), units=[with_miren])
    client.sign_in(somebody)

    html = client.get("/survey").text
    assert "This time “Autumn” asks other people." in html and "<fieldset" not in html
    assert client.post("/survey/answer", data=sent(wave)).status_code == 403
    assert opened(wave) == []


def test_a_draft_is_not_there_to_be_answered(page):
    draft = draft_wave("Spring")
    assert page.post("/survey/answer", data=sent(draft)).status_code == 404


def test_who_has_answered_is_thanked_and_shown_the_way_back(page, wave, ane):
    answer(wave, ane)
    html = page.get("/survey").text
    assert "You have answered already. Thank you." in html and "<fieldset" not in html
    assert 'href="/survey/withdrawal"' in html


def test_what_has_stopped_says_so_and_shows_the_way_on(page, wave):
    stop(wave)
    html = page.get("/survey").text
    assert "takes no more answers. Soon we will count them." in html
    assert 'href="/survey/waves"' in html and 'href="/survey/privacy"' in html


def test_when_there_are_results_it_leads_there(client, ane):
    wave = counted_wave({"Everybody": figures(20, 60)}, by=miren())
    html = client.sign_in(ane).get("/survey").text
    assert "No survey is open now." in html
    assert f'href="/survey/waves/{wave.id}/results"' in html


def test_after_the_last_day_nothing_is_asked_even_where_nobody_has_stopped_it(page, wave):
    with writing():
        db.session.get_one(Wave, wave.id).closes_on = today() - timedelta(days=1)
    html = page.get("/survey").text
    assert "takes no more answers" in html and "<fieldset" not in html
    said = page.post("/survey/answer", data=sent(wave))
    assert said.status_code == 409 and "was not counted" in said.text
    assert opened(wave) == []


def test_without_its_key_it_says_whom_to_ask(page, wave):
    keys.destroy(wave.key_name)
    html = page.get("/survey").text
    assert "the key that protects them is missing. Ask personas@wowista.test." in html

    said = page.post("/survey/answer", data=sent(wave))
    assert said.status_code == 409
    assert "This one was not counted: the key that protects answers is missing." in said.text
    assert "75 out of 100" in said.text  # theirs all the same


# Answering


@pytest.mark.parametrize("htmx", [False, True])
def test_an_answer_is_sealed_and_told_what_it_comes_to(page, wave, htmx):
    given = ALL | {"q3": "na", "q6": 2}
    said = page.post("/survey/answer", data=sent(wave, given, remark="  Más tiempo.  "), htmx=htmx)

    assert said.status_code == 200 and "Location" not in said.headers
    assert said.headers["Cache-Control"] == "no-store" and "ETag" not in said.headers
    assert "67 out of 100." in said.text and "On the way" in said.text
    assert "Thank you. Look at your result now: we cannot show it again." in said.text
    offices = next(group.id for group in queries.groups_of(wave.id) if group.name == "Offices")
    assert opened(wave) == [(offices, given, "Más tiempo.")]


def test_the_page_is_kept_by_nobody(page, wave):
    asked = page.get("/survey")
    assert asked.headers["Cache-Control"] == "no-store" and "ETag" not in asked.headers


def test_the_picture_says_what_the_table_says(page, wave):
    given = {"q1": 5, "q2": 4, "q3": 2, "q7": 1, "q8": 3}
    html = page.post("/survey/answer", data=sent(wave, given)).text

    picture = html.split('<svg class="chart radial"')[1].split("</svg>")[0]
    drawn = re.findall(r"<text[^>]*>([^<]+)</text>", picture)
    row = r'<th scope="row">(\w+):[^<]*</th><td class="n">(?:<b>|<span[^>]*>)([^<]+)'
    told = dict(re.findall(row, html.split("<tbody>")[1]))
    assert dict(zip(drawn[::2], drawn[1::2], strict=True)) == told
    assert told == {
        "Presence": "88",
        "Manners": "25",
        "Empathy": "–",
        "Guidance": "–",
        "Commitment": "0",
        "Culture": "50",
    }
    assert picture.count('class="knot"') == 4


def test_the_strongest_habit_and_one_to_try_this_week(page, wave):
    html = page.post("/survey/answer", data=sent(wave, {"q1": 3, "q2": 5, "q3": 4, "q6": 1})).text
    assert "Show someone one task in the app." in html
    assert "This week, try one habit: Explain digital." in html
    assert "Your strongest one: Smile and eye contact." in html


def test_of_fewer_than_four_habits_there_is_no_index_and_it_says_why(page, wave):
    said = page.post("/survey/answer", data=sent(wave, {"q1": 5, "q2": 5, "q3": "na", "q4": 5}))
    assert "You answered 3 habits: an index takes four." in said.text
    assert "out of 100" not in said.text and "Where you are" not in said.text
    assert said.status_code == 200 and len(opened(wave)) == 1


def test_who_answers_nothing_is_asked_whether_they_meant_to(page, wave):
    said = page.post("/survey/answer", data=sent(wave, {}))
    assert said.status_code == 422
    assert "Nothing is answered yet. One answer is enough." in said.text
    assert opened(wave) == []


def test_a_remark_alone_is_an_answer(page, wave):
    said = page.post("/survey/answer", data=sent(wave, {}, remark="More time."))
    assert said.status_code == 200
    assert [(one.answers, one.remark) for one in opened(wave)] == [({}, "More time.")]


@pytest.mark.parametrize(
    "wrong, words",
    [
        ({"answer-q1": "6"}, "Choose one of these, or none."),
        ({"answer-q1": "0"}, "Choose one of these, or none."),
        ({"answer-q8": "na"}, "Choose one of these, or none."),
        ({"answer-q12": "11"}, "Choose one of these, or none."),
        ({"answer-q12": "²"}, "Choose one of these, or none."),
        ({"remark": "x" * 401}, "400"),
    ],
)
@pytest.mark.parametrize("htmx", [False, True])
def test_what_is_wrong_comes_back_with_everything_in_its_place(page, wave, wrong, words, htmx):
    mine = sent(wave, {"q2": 5, "q9": 2}, remark="More time.") | wrong
    said = page.post("/survey/answer", data=mine, htmx=htmx)

    assert said.status_code == 422 and words in said.text
    for kept in (
        'name="answer-q2" type="radio" value="5"',
        'name="answer-q9" type="radio" value="2"',
    ):
        assert f"checked {kept}" in said.text, re.findall(r"<input[^>]*answer-q2[^>]*>", said.text)
    assert mine["remark"] in said.text
    assert code_in(said.text) == mine["code"]
    assert opened(wave) == []


def test_what_is_not_asked_is_not_taken(page, wave):
    said = page.post(
        "/survey/answer",
        data=sent(wave, {"q1": 5}, **{"answer-q99": "5", "group_id": "7", "person_id": "1"}),
    )
    assert said.status_code == 200
    assert [one.answers for one in opened(wave)] == [{"q1": 5}]


def test_a_remark_that_tells_who_somebody_is_is_asked_about(page, wave):
    mine = sent(wave, {"q1": 5}, remark="Ask 12345678Z.")
    asked = page.post("/survey/answer", data=mine)
    assert asked.status_code == 422 and "<mark>12345678Z</mark>" in asked.text
    assert opened(wave) == []

    page.post("/survey/answer", data=mine | {"discretion": "cover"})
    assert [one.remark for one in opened(wave)] == ["Ask •••••••••."]


def test_it_may_be_nobodys(page, wave):
    page.post("/survey/answer", data=sent(wave, remark="Ask 12345678Z.", discretion="keep"))
    assert [one.remark for one in opened(wave)] == ["Ask 12345678Z."]


# Once


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
    asked = list(db.session.scalars(queries.asked(wave.id)))[:12]
    people = [db.session.get_one(Person, number) for number in asked]
    browsers = [Visitor(app, app.response_class).sign_in(person) for person in people]
    said = together(app, *((one, "/survey/answer", sent(wave)) for one in browsers))
    assert [one.status_code for one in said] == [200] * 12
    assert len(opened(wave)) == 12


# What is left of it


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
