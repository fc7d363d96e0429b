"""What somebody sees before they answer, and when they may not."""

import re
from datetime import timedelta

import pytest

from app.core.calendar import today
from app.core.db import db, writing
from app.people.models import Person
from app.survey import keys
from app.survey.models import Wave
from tests.factories import make_person
from tests.factories.survey import answer, draft_wave, open_wave
from tests.factories.survey_results import counted_wave, figures
from tests.survey.answering import miren, opened, sent, stop


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
