"""Saying that one is there: by the code on the poster, and by nothing else."""

import re
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from app.core import clock
from app.core.db import db, writing
from app.events import codes, posters
from app.events.models import Attendance, Occurrence
from tests.conftest import at_once
from tests.factories import make_person, make_space
from tests.factories.events import cancel_event
from tests.factories.there import come, hang_poster, make_begun, make_over, once_more


@pytest.fixture
def date(jon):
    return make_begun(jon)


@pytest.fixture
def code(date):
    return hang_poster(date)


def there(date):
    rows = db.session.query(Attendance).filter_by(occurrence_id=date.id)
    return {one.person_id: one.by_id for one in rows}


def test_whoever_scanned_the_poster_is_asked_and_nothing_is_written_before(client, date, code, ane):
    page = client.sign_in(ane).get(f"/events/check-in?code={code}")
    assert page.status_code == 200 and "I am here" in page.text
    assert there(date) == {}


def test_whoever_presses_is_there_by_their_own_word(client, date, code, ane):
    client.sign_in(ane)
    answered = client.post("/events/check-in", data={"code": code})
    assert answered.location == f"/events/on/{date.id}"
    assert there(date) == {ane.id: None}
    assert "You are here" in client.get(f"/events/on/{date.id}").text


def test_it_is_taken_back_without_a_script(client, date, code, ane):
    client.sign_in(ane)
    client.post("/events/check-in", data={"code": code})
    client.post(f"/events/on/{date.id}/check-in?_method=DELETE")
    assert there(date) == {}


def test_what_an_organiser_counted_one_does_not_take_back(client, date, ane, jon):
    come(date, ane, by=jon)
    assert client.sign_in(ane).delete(f"/events/on/{date.id}/check-in").status_code == 403
    assert there(date) == {ane.id: jon.id}


def test_a_stranger_signs_in_first_and_comes_back_with_the_code(client, code):
    answered = client.get(f"/events/check-in?code={code}")
    assert answered.status_code == 303 and f"code%3D{code}" in answered.location


@pytest.mark.parametrize("write", [str.lower, codes.spaced, lambda code: f" {code[:3]} {code[3:]}"])
def test_it_may_be_typed_as_one_likes(client, date, code, ane, write):
    client.sign_in(ane).post("/events/check-in", data={"code": write(code)})
    assert there(date) == {ane.id: None}


@pytest.mark.parametrize("typed", ["", "7KPM", "O0O0O0O0", "22222222", "x" * 5000])
def test_what_is_no_code_opens_nothing_and_the_form_comes_back(client, code, ane, typed):
    answered = client.sign_in(ane).post("/events/check-in", data={"code": typed})
    assert answered.status_code == 422 and "code" in answered.text


def test_no_code_is_never_the_empty_one(client, ane, date):
    """A date without a poster has none: nobody comes in by typing nothing."""
    client.sign_in(ane).post("/events/check-in", data={"code": ""})
    assert there(date) == {}


def test_a_code_made_anew_shuts_the_old_one(client, date, code, ane, jon):
    client.sign_in(jon).post(f"/events/on/{date.id}/poster")
    assert once_more(date).code not in ("", code)
    client.sign_in(ane)
    assert client.post("/events/check-in", data={"code": code}).status_code == 422
    assert client.get(f"/events/check-in?code={code}").status_code == 404
    assert there(date) == {}


def test_a_poster_is_taken_down_without_a_script(client, date, code, jon):
    client.sign_in(jon).post(f"/events/on/{date.id}/poster?_method=DELETE")
    assert once_more(date).code == ""


@pytest.mark.parametrize(
    ("minutes", "status"),
    [(-61, 422), (-59, 303), (120 + 12 * 60 - 1, 303), (120 + 12 * 60 + 1, 422)],
)
def test_it_opens_an_hour_before_and_until_twelve_after(client, date, code, ane, minutes, status):
    client.sign_in(ane)
    with clock.at(date.starts_at + timedelta(minutes=minutes)):
        assert client.post("/events/check-in", data={"code": code}).status_code == status


def test_of_what_is_off_one_is_not_there(client, date, code, ane, jon):
    cancel_event(date.event, by=jon)
    assert client.sign_in(ane).post("/events/check-in", data={"code": code}).status_code == 422


def test_a_code_shows_nobody_what_they_do_not_see(client, ane, jon):
    space = make_space(jon, visibility="hidden")
    code = hang_poster(make_begun(jon, space=space.id, title="A secret meeting"))
    page = client.sign_in(ane).get(f"/events/check-in?code={code}")
    assert page.status_code == 404 and "secret" not in page.text
    assert client.post("/events/check-in", data={"code": code}).status_code == 422


def test_whoever_presses_twice_at_once_is_there_once(app, date, code, ane):
    visit = (ane, "/events/check-in", {"code": code})
    assert [one.status_code for one in at_once(app, visit, visit)] == [303, 303]
    assert there(date) == {ane.id: None}


def test_a_code_has_no_sign_that_looks_like_another():
    assert len(codes.SIGNS) == len(set(codes.SIGNS)) == 31
    assert not set("0O1IL") & set(codes.SIGNS)
    made = {codes.made() for _ in range(500)}
    assert len(made) == 500 and all(codes.cleaned(one) == one for one in made)


def test_two_dates_never_have_one_code(date, jon, code):
    other = make_begun(jon).id
    with pytest.raises(IntegrityError), writing():
        db.session.get_one(Occurrence, other).code = code


def test_the_square_is_what_segno_draws():
    import segno

    square = posters.square("https://wowista.test/events/check-in?code=7KPM2XQD")
    matrix = segno.make(
        "https://wowista.test/events/check-in?code=7KPM2XQD", error="m", micro=False
    ).matrix
    dark = {(x, y) for y, row in enumerate(matrix) for x, unit in enumerate(row) if unit}
    drawn = {
        (int(x) + step - posters.QUIET, int(y) - posters.QUIET)
        for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1", square.path)
        for step in range(int(length))
    }
    assert drawn == dark and square.side == len(matrix) + 2 * posters.QUIET


def test_the_poster_has_the_code_and_no_style_of_its_own(client, date, code, jon):
    page = client.sign_in(jon).get(f"/events/on/{date.id}/poster").text
    assert codes.spaced(code) in page and 'class="qr"' in page
    assert "style=" not in page


def test_before_there_is_a_code_the_poster_is_only_offered(client, date, jon):
    page = client.sign_in(jon).get(f"/events/on/{date.id}/poster").text
    assert "Make the code" in page and 'class="qr"' not in page
    assert once_more(date).code == ""


def test_whoever_was_there_has_it_on_paper_and_nobody_else(client, jon, ane):
    date, maite = make_over(jon, title="Knitting"), make_person("Maite Ugarte")
    come(date, maite, by=jon)
    page = client.sign_in(maite).get(f"/events/on/{date.id}/certificate")
    assert page.status_code == 200
    for words in ("Maite Ugarte", "Knitting", "1 hour", "Bilbao", "Jon"):
        assert words in page.text
    assert client.sign_in(ane).get(f"/events/on/{date.id}/certificate").status_code == 404
    assert client.sign_in(jon).get(f"/events/on/{date.id}/certificate").status_code == 404


def test_there_is_no_certificate_while_it_goes_on(client, date, ane):
    come(date, ane)
    assert client.sign_in(ane).get(f"/events/on/{date.id}/certificate").status_code == 404
