"""Opening a wave from its page: what is told before, and what can go wrong."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.audit.models import Entry
from app.core import clock
from app.core.db import db, writing
from app.people.models import SignIn
from app.survey import keys
from app.survey.models import Invitation, Wave, WaveState
from tests.conftest import at_once
from tests.factories import make_person
from tests.factories.survey import draft_wave, open_wave


@pytest.fixture(autouse=True)
def people(app):
    return [make_person() for _ in range(12)]


@pytest.fixture
def desk(client, rosa):
    return client.sign_in(rosa)


def files():
    return [file for folder in keys.folders() if folder.exists() for file in folder.iterdir()]


def test_it_says_what_happens_and_then_it_does(desk):
    wave = draft_wave(informed_how="Meeting of the second of November.")
    page = desk.get(f"/survey/waves/{wave.id}/opening/new").text
    assert "13 people are invited" in page
    assert "Meeting of the second of November." in page and "EIPD-2026-11" in page

    answer = desk.post(f"/survey/waves/{wave.id}/opening")

    assert (answer.status_code, answer.location) == (303, f"/survey/waves/{wave.id}")
    kept = db.session.get_one(Wave, wave.id)
    assert (kept.state, kept.invited) == (WaveState.OPEN, 13)
    assert len(db.session.scalars(select(Invitation)).all()) == 13


def test_the_record_of_the_house_says_that_representatives_were_informed(desk):
    wave = draft_wave()
    desk.post(f"/survey/waves/{wave.id}/opening")
    entry = db.session.scalars(select(Entry).where(Entry.fact == "WaveOpened")).one()
    assert entry.details == {
        "invited": 13,
        "informed_on": wave.informed_on.isoformat(),
        "informed_how": "Meeting with the works council.",
        "assessment": "EIPD-2026-11",
    }


@pytest.mark.parametrize(
    ("lacking", "place"),
    [
        ({"informed_on": None}, "edit#informed_on"),
        ({"informed_how": ""}, "edit#informed_how"),
        ({"assessment": ""}, "edit#assessment"),
        ({"asker": ""}, "edit#asker"),
        ({"closes_on": clock.now().date() - timedelta(days=3)}, "edit#closes_on"),
        ({"roles": ["listener"]}, "edit#units"),
        ({"bands": [{"from": 0, "name": {"es": "Semilla"}, "says": {}}]}, "edit#bands"),
    ],
)
def test_what_it_lacks_is_told_where_it_is_mended(desk, lacking, place):
    before = files()
    wave = draft_wave(**lacking)
    for answer in (
        desk.get(f"/survey/waves/{wave.id}/opening/new"),
        desk.post(f"/survey/waves/{wave.id}/opening"),
    ):
        assert f'href="/survey/waves/{wave.id}/{place}"' in answer.text
        assert 'class="btn primary"' not in answer.text
    assert answer.status_code == 422
    assert db.session.get_one(Wave, wave.id).is_draft and files() == before


def test_while_another_is_open_it_says_which(desk):
    other, wave = open_wave(name="Spring"), draft_wave(name="Autumn")
    answer = desk.post(f"/survey/waves/{wave.id}/opening")
    assert answer.status_code == 422
    assert f'href="/survey/waves/{other.id}"' in answer.text and "Spring" in answer.text
    assert db.session.get_one(Wave, wave.id).is_draft


def test_of_two_opened_at_once_one_opens_and_leaves_one_key(app, rosa):
    before = len(files())
    one, other = draft_wave(name="One"), draft_wave(name="Other")
    miren = make_person("Miren", "hr")
    answers = at_once(
        app,
        (rosa, f"/survey/waves/{one.id}/opening", {}),
        (miren, f"/survey/waves/{other.id}/opening", {}),
    )
    assert [answer.status_code for answer in answers] == [303, 422]
    opened = db.session.scalars(select(Wave).where(Wave.state == WaveState.OPEN)).all()
    assert len(opened) == 1 and keys.is_there(opened[0].key_name)
    assert len(files()) == before + 1


def test_opened_twice_in_one_moment_it_is_open_once(app, rosa):
    wave = draft_wave()
    miren = make_person("Miren", "hr")
    place = f"/survey/waves/{wave.id}/opening"
    answers = at_once(app, (rosa, place, {}), (miren, place, {}))
    assert [answer.status_code for answer in answers] == [303, 403]
    assert keys.is_there(db.session.get_one(Wave, wave.id).key_name)


def test_it_asks_for_the_password_again_when_it_was_typed_long_ago(desk, rosa):
    wave = draft_wave()
    with writing():
        db.session.scalars(select(SignIn)).one().verified_at = clock.now() - timedelta(hours=1)
    for answer in (
        desk.get(f"/survey/waves/{wave.id}/opening/new"),
        desk.post(f"/survey/waves/{wave.id}/opening"),
    ):
        assert answer.status_code == 303 and "/sign-in/again" in answer.location
    assert db.session.get_one(Wave, wave.id).is_draft
