"""What a draft asks: each question in four languages, added, taken out, brought back and moved."""

import pytest
from sqlalchemy import select

from app.core.db import db, writing
from app.survey import asking, drafting
from app.survey.models import MOST_ITEMS, Dimension, Item, ItemKind, Wave
from tests.conftest import at_once
from tests.factories import make_person
from tests.factories.survey import draft_wave, open_wave

NEW = {
    "asks_es": "¿Escucho?",
    "asks_eu": "Entzuten dut?",
    "asks_en": "I listen.",
    "asks_pt": "Ouço?",
    "kind": "culture",
    "dimension": "culture",
}
BLANK = {"asks": {}, "name": {}, "step": {}}


@pytest.fixture
def desk(client, rosa):
    return client.sign_in(rosa)


@pytest.fixture
def wave(app):
    return draft_wave()


def codes(wave):
    db.session.rollback()
    return [item.code for item in db.session.get_one(Wave, wave.id).items]


def item(wave, code):
    return db.session.scalars(select(Item).where(Item.wave_id == wave.id, Item.code == code)).one()


def place(wave, code, more=""):
    return f"/survey/waves/{wave.id}/items/{item(wave, code).id}{more}"


def said(of, **changed):
    """The form of a question as it stands, with what is changed of it."""
    words = {
        f"{part}_{language}": text
        for part in ("asks", "name", "step")
        for language, text in getattr(of, part).items()
    }
    dimension = of.dimension.value if of.dimension else ""
    return {"version": str(of.version), "dimension": dimension} | words | changed


def test_a_question_is_added_at_the_end_under_a_code_of_its_own(desk, wave):
    answer = desk.post(f"/survey/waves/{wave.id}/items", data=NEW)

    added = item(wave, "q13")
    assert answer.location == f"/survey/waves/{wave.id}#item-{added.id}"
    assert codes(wave)[-1] == "q13"
    assert (added.kind, added.dimension) == (ItemKind.CULTURE, Dimension.CULTURE)
    assert added.asks["eu"] == "Entzuten dut?"


def test_a_code_is_never_given_to_anything_else(desk, wave):
    """Nor is that of a question that was taken out, or that another wave asked."""
    desk.post(f"/survey/waves/{wave.id}/items", data=NEW)
    desk.post(place(wave, "q13", "/removal"))
    desk.post(f"/survey/waves/{wave.id}/items", data=NEW)
    assert codes(wave)[-1] == "q14"

    with writing():
        other = drafting.draft("Another").id
    desk.post(f"/survey/waves/{other}/items", data=NEW)
    assert codes(db.session.get_one(Wave, other))[-1] == "q15"


def test_two_added_at_once_have_different_codes(app, rosa, wave):
    with writing():
        other = drafting.draft("Another").id
    miren = make_person("Miren", "hr")
    answers = at_once(
        app,
        (rosa, f"/survey/waves/{wave.id}/items", NEW),
        (miren, f"/survey/waves/{other}/items", NEW),
    )
    assert [answer.status_code for answer in answers] == [303, 303]
    assert {codes(wave)[-1], codes(db.session.get_one(Wave, other))[-1]} == {"q13", "q14"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"asks_es": ""},
        {"asks_eu": "x" * 201},
        {"dimension": ""},
        {"dimension": "courage"},
        {"kind": "essay"},
        {"kind": "remark"},  # an answer has one place for it
        {"kind": "recommend"},
    ],
)
def test_what_is_refused_is_not_lost(desk, wave, wrong):
    answer = desk.post(f"/survey/waves/{wave.id}/items", data=NEW | wrong)
    assert answer.status_code == 422 and "I listen." in answer.text
    assert len(codes(wave)) == 12


def test_there_are_never_more_than_an_answer_has_room_for(desk, wave):
    with writing():
        held = db.session.get_one(Wave, wave.id)
        while len(held.items) < MOST_ITEMS:
            asking.add(held, kind=ItemKind.HABIT, dimension=Dimension.EMPATHY, **BLANK)
    assert desk.post(f"/survey/waves/{wave.id}/items", data=NEW).status_code == 422
    assert len(codes(wave)) == MOST_ITEMS


def test_its_words_are_changed_in_every_language_and_its_code_stays(desk, wave):
    of = item(wave, "q5")
    sent = said(of, asks_pt="Ponho-me no teu lugar.", step_eu="Entzun.", dimension="guidance")

    answer = desk.put(place(wave, "q5"), data=sent)

    assert (answer.status_code, answer.location.split("#")[1]) == (303, f"item-{of.id}")
    kept = item(wave, "q5")
    assert kept.asks["pt"] == "Ponho-me no teu lugar." and kept.step["eu"] == "Entzun."
    assert kept.asks["es"].startswith("Me pongo") and kept.dimension is Dimension.GUIDANCE


def test_what_is_not_scored_needs_no_dimension_and_has_none(desk, wave):
    of = item(wave, "q12")
    sent = said(of, asks_en="Would you?", dimension="culture")
    assert desk.put(place(wave, "q12"), data=sent).status_code == 303
    assert item(wave, "q12").dimension is None


def test_a_question_that_lacks_a_language_keeps_its_wave_from_opening(desk, wave):
    [make_person() for _ in range(10)]
    of = item(wave, "q5")
    assert desk.put(place(wave, "q5"), data=said(of, asks_eu="")).status_code == 303

    page = desk.get(f"/survey/waves/{wave.id}").text
    assert "Not in every language yet" in page and 'href="#items"' in page
    assert desk.post(f"/survey/waves/{wave.id}/opening").status_code == 422
    assert db.session.get_one(Wave, wave.id).is_draft


def test_of_two_who_edit_one_the_second_sees_both(desk, wave):
    of = item(wave, "q5")
    first, late = said(of, asks_en="Theirs."), said(of, asks_en="Mine.", asks_eu="Nirea.")
    assert desk.put(place(wave, "q5"), data=first).status_code == 303

    answer = desk.put(place(wave, "q5"), data=late)

    assert answer.status_code == 409
    rival = answer.text.split('id="rival"')[1]
    assert "Theirs." in rival and "Mine." in rival and "Nirea." in rival
    again = late | {"version": str(item(wave, "q5").version)}
    assert desk.put(place(wave, "q5"), data=again).status_code == 303
    assert item(wave, "q5").asks["en"] == "Mine."


def test_two_questions_are_edited_at_once_and_neither_stands_in_the_way(desk, wave):
    one, other = said(item(wave, "q5"), asks_en="One."), said(item(wave, "q6"), asks_en="Other.")
    assert desk.put(place(wave, "q5"), data=one).status_code == 303
    assert desk.put(place(wave, "q6"), data=other).status_code == 303


def test_taken_out_it_is_brought_back_by_a_plain_form(desk, wave):
    answer = desk.post(place(wave, "q5", "/removal"))
    assert "q5" not in codes(wave)
    page = desk.get(answer.location).text
    undo = f'action="{place(wave, "q5", "/removal")}?_method=DELETE"'

    assert page.count(undo) == 2  # in the toast, and for later

    desk.post(place(wave, "q5", "/removal?_method=DELETE"))

    assert codes(wave) == [f"q{n}" for n in range(1, 13)]


def test_taking_out_and_bringing_back_twice_is_once(desk, wave):
    for method in ("post", "post", "delete", "delete"):
        assert getattr(desk, method)(place(wave, "q5", "/removal")).status_code == 303
    assert len(codes(wave)) == 12


def test_another_of_its_kind_keeps_it_out(desk, wave):
    desk.post(place(wave, "q11", "/removal"))
    desk.post(f"/survey/waves/{wave.id}/items", data=NEW | {"kind": "remark", "dimension": ""})
    desk.delete(place(wave, "q11", "/removal"))
    assert "q11" not in codes(wave) and "q13" in codes(wave)


def test_without_a_habit_it_does_not_open(desk, wave):
    [make_person() for _ in range(10)]
    for number in range(1, 8):
        desk.post(place(wave, f"q{number}", "/removal"))
    assert "Ask about one habit at least." in desk.get(f"/survey/waves/{wave.id}").text
    assert desk.post(f"/survey/waves/{wave.id}/opening").status_code == 422


def test_the_next_wave_does_not_ask_what_was_taken_out(desk, wave):
    [make_person() for _ in range(10)]
    desk.post(place(wave, "q5", "/removal"))
    desk.post(f"/survey/waves/{wave.id}/opening")
    with writing():
        asked = [one.code for one in drafting.draft("Next").items]
    assert "q5" not in asked and len(asked) == 11


@pytest.mark.parametrize("htmx", [True, False])
def test_it_moves_up_and_down_and_stays_at_the_ends(desk, wave, htmx):
    def step(code, by):
        answer = desk.put(place(wave, code, "/place"), data={"step": by}, htmx=htmx)
        assert answer.status_code == (200 if htmx else 303)
        if htmx:
            assert answer.text.lstrip().startswith("<section") and 'id="items"' in answer.text

    step("q2", "-1")
    assert codes(wave)[:3] == ["q2", "q1", "q3"]
    step("q2", "-1")
    step("q2", "1")
    assert codes(wave)[:3] == ["q1", "q2", "q3"]
    step("q12", "1")
    step("q1", "5")
    step("q1", "")
    assert codes(wave) == [f"q{n}" for n in range(1, 13)]


DOORS = [
    ("get", "/edit", {}),
    ("put", "", {"asks_es": "Otra cosa", "version": "1"}),
    ("post", "/removal", {}),
    ("delete", "/removal", {}),
    ("put", "/place", {"step": "1"}),
]


@pytest.mark.parametrize(("method", "door", "sent"), DOORS)
def test_once_open_it_is_frozen(desk, method, door, sent):
    [make_person() for _ in range(10)]
    wave = open_wave()
    answer = getattr(desk, method)(place(wave, "q5", door), data=sent)
    assert answer.status_code == 403
    assert codes(wave)[:5] == ["q1", "q2", "q3", "q4", "q5"]
    assert desk.post(f"/survey/waves/{wave.id}/items", data=NEW).status_code == 403


@pytest.mark.parametrize(("method", "door", "sent"), DOORS)
def test_an_item_is_found_in_its_own_wave_alone(desk, wave, method, door, sent):
    with writing():
        other = drafting.draft("Another").id
    path = f"/survey/waves/{other}/items/{item(wave, 'q5').id}{door}"
    assert getattr(desk, method)(path, data=sent).status_code == 404
    assert codes(wave) == [f"q{n}" for n in range(1, 13)]


@pytest.mark.parametrize("role", ["", "admin", "governance", "listener"])
def test_it_is_nobody_elses(client, wave, role):
    client.sign_in(make_person("Somebody", *([role] if role else [])))
    for method, door, sent in DOORS:
        answer = getattr(client, method)(place(wave, "q5", door), data=sent)
        assert answer.status_code == 404, door
    assert client.post(f"/survey/waves/{wave.id}/items", data=NEW).status_code == 404


def test_of_who_opens_and_who_takes_out_at_once_neither_is_half_done(app, rosa, wave):
    """Who was first decides: either it was taken out and is not asked, or it stays."""
    [make_person() for _ in range(10)]
    miren = make_person("Miren", "hr")
    answers = at_once(
        app,
        (rosa, f"/survey/waves/{wave.id}/opening", {}),
        (miren, place(wave, "q5", "/removal"), {}),
    )
    assert db.session.get_one(Wave, wave.id).is_open
    was_first = "q5" not in codes(wave)
    assert [one.status_code for one in answers] == ([303, 303] if was_first else [303, 403])


def test_the_desk_asks_as_often_for_many_questions_as_for_few(desk, wave, queries):
    def visit():
        queries.clear()
        assert desk.get(f"/survey/waves/{wave.id}").status_code == 200
        return len(queries)

    visit()
    once = visit()
    for _ in range(8):
        desk.post(f"/survey/waves/{wave.id}/items", data=NEW)
    desk.post(place(wave, "q15", "/removal"))
    desk.get(f"/survey/waves/{wave.id}")  # says so
    assert visit() == once
