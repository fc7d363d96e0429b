"""What governance writes about the strategy."""

import json
from pathlib import Path

import pytest

from app.catalogue import queries
from app.core.db import db
from app.core.markdown import VERSION, render
from tests.conftest import at_once
from tests.factories import make_editorial, make_person, make_picture, make_term

SEEDS = json.loads((Path(__file__).parents[2] / "migrations/seeds/editorials.json").read_text())
PATH = "/catalogue/editorials/habits/es"
SAID = {"title": "Siete gestos", "text": "Uno *cada* semana.", "version": "0"}


def test_a_house_begins_with_a_text_for_each_page_in_each_language(app):
    pages = {"wowista", "priorities", "segments", "moments", "habits", "touchpoints", "areas"}
    assert {(row["about"], row["language"]) for row in SEEDS} == {
        (about, language) for about in pages for language in ("es", "eu", "en", "pt")
    }
    for row in SEEDS:
        if row["html_version"] == VERSION and row["language"] == "es":
            assert render(row["text"], seconds=30).html == row["html"], row["about"]


def test_what_is_written_stands_on_its_page_in_ones_language_or_in_spanish(client, nerea):
    client.sign_in(nerea)
    assert client.put(PATH, data=SAID).location == "/catalogue/habits"
    basque = {"title": "Zazpi keinu", "text": "Bat *astean*.", "version": "0"}
    client.put("/catalogue/editorials/habits/eu", data=basque)
    for language, title in (("es", "Siete gestos"), ("eu", "Zazpi keinu"), ("pt", "Siete gestos")):
        reader = make_person(f"Who reads {language}", language=language)
        assert title in client.sign_in(reader).get("/catalogue/habits").text, language
    page = client.get("/catalogue/habits").text
    assert '<h1 class="display" lang="es">' in page and "<em>cada</em>" in page


def test_a_term_has_a_text_of_its_own(client, nerea):
    term = make_term("App")
    client.sign_in(nerea)
    path = f"/catalogue/editorials/term-{term.id}/en"
    assert 'value="App"' in client.get(f"{path}/edit").text
    assert client.put(path, data=SAID).location == "/catalogue/touchpoints/app"
    assert "<em>cada</em>" in client.get("/catalogue/touchpoints/app").text


@pytest.mark.parametrize(
    "address",
    [
        "planets/es",
        "habits/fr",
        "term-0/es",
        "term-999/es",
        "term-x/es",
        "term-01/es",
        "term-/es",
        "term-²/es",
    ],
)
def test_what_there_is_no_page_for_is_not_there(client, nerea, address):
    make_term("App")
    client.sign_in(nerea)
    assert client.get(f"/catalogue/editorials/{address}/edit").status_code == 404
    assert client.put(f"/catalogue/editorials/{address}", data=SAID).status_code == 404


@pytest.mark.parametrize("wrong", [{"title": " "}, {"title": "x" * 121}, {"text": ""}])
def test_nonsense_is_refused_and_nothing_is_lost(client, nerea, wrong):
    answer = client.sign_in(nerea).put(PATH, data=SAID | wrong)
    assert answer.status_code == 422
    kept = (SAID | wrong)["text"] or (SAID | wrong)["title"]
    assert kept in answer.text and queries.editorial_at("habits", "es") is None


def test_who_saves_second_sees_both_and_may_go_on(client, nerea):
    make_editorial("habits", title="Theirs", text="What *they* wrote.")
    client.sign_in(nerea)
    answer = client.put(PATH, data=SAID)
    assert answer.status_code == 409
    assert "What <em>they</em> wrote." in answer.text and "Uno <em>cada</em>" in answer.text
    assert client.put(PATH, data=SAID | {"version": "1"}).status_code == 303
    db.session.rollback()
    assert queries.editorial_at("habits", "es").title == "Siete gestos"


def test_two_who_begin_at_once_lose_nothing(app, nerea):
    other = make_person("Garazi", "governance")
    path = f"{PATH}?_method=PUT"
    answers = at_once(app, (nerea, path, SAID), (other, path, SAID | {"title": "Otros gestos"}))
    assert [answer.status_code for answer in answers] == [303, 409]
    assert "Siete gestos" in answers[1].text and "Otros gestos" in answers[1].text


def test_a_preview_keeps_nothing(client, nerea):
    answer = client.sign_in(nerea).put(PATH, data=SAID | {"preview": "1"})
    assert answer.status_code == 200 and "<em>cada</em>" in answer.text
    assert queries.editorial_at("habits", "es") is None


def test_its_pictures_are_seen_by_everybody(client, ane, nerea):
    picture = make_picture(nerea)
    path = f"/pictures/{picture.key}"
    assert client.sign_in(ane).get(path).status_code == 404
    said = SAID | {"text": f"![A desk]({path})"}
    assert client.sign_in(nerea).put(PATH, data=said).status_code == 303
    assert client.sign_in(ane).get(path).status_code == 200


def test_the_home_page_has_one_habit_a_week(client, ane):
    assert "habit-title" not in client.sign_in(ane).get("/").text
    make_term("Sonríe", kind="habits")
    assert "Sonríe" in client.get("/").text


def test_what_seems_to_tell_who_a_customer_is_is_asked_about_and_then_covered_or_kept(
    client, nerea
):
    told = SAID | {"text": "Llama a Ana, 612 345 678."}
    client.sign_in(nerea)

    asked = client.put(PATH, data=told)
    assert asked.status_code == 422 and "<mark>612 345 678</mark>" in asked.text
    assert client.put(PATH, data=told | {"discretion": "cover"}).status_code == 303
    assert "••• ••• •••" in client.get("/catalogue/habits").text

    kept = told | {"version": "1", "discretion": "keep"}
    assert client.put(PATH, data=kept).status_code == 303
    again = told | {"version": "2", "text": f"{told['text']} Hoy."}
    assert client.put(PATH, data=again).status_code == 303, "what stands there is not asked about"
