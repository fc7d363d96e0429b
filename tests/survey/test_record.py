"""The record of a wave, and what is said of privacy in plain words."""

import re
from datetime import date, datetime
from html import unescape

import pytest

from app.core.db import db, writing
from app.survey import keys
from app.survey.models import Wave
from app.survey.retention import kept_until
from tests.factories import make_person
from tests.factories.survey import draft_wave, open_wave
from tests.factories.survey_results import counted_wave
from tests.survey.houses import TOLD, make_units


@pytest.fixture
def hr(app):
    return make_person("Rosa", "hr", unit_id=make_units()["Clinics"].id)


def facts(answer):
    """What stands beside each name."""
    pairs = re.findall(r"<dt>(.*?)</dt><dd.*?>(.*?)</dd>", answer.text, re.S)
    return {name: " ".join(unescape(re.sub(r"<[^>]+>", " ", said)).split()) for name, said in pairs}


def test_everybody_reads_how_a_published_wave_kept_its_promise(client, hr):
    wave = counted_wave(TOLD, by=hr, least=6)
    keys.destroy(wave.key_name)
    answer = client.sign_in(make_person("Ane")).get(f"/survey/waves/{wave.id}/record")

    said = facts(answer)
    assert said["Who asks"] == "People and culture"
    assert said["Invited"] == "43 people" and said["Answered"] == "40 people (93%)"
    assert said["Answers needed"].startswith("A score from 6, shares and comments from 10")
    assert said["Groups rolled up at opening"].startswith("3.")
    assert said["Groups shown"] == "3"
    assert said["Groups not shown"] == "3 too few answers: 2 to protect another group: 1"
    assert "Meeting with the works council." in said["Employee representatives informed"]
    assert said["Impact assessment"] == "EIPD-2026-11"
    assert "Since then nobody can lead an answer back" in said["Key destroyed"]
    assert said["Reminders sent"] == "0" and said["Answers that could not be read"] == "0"
    assert "Legal" not in answer.text and "Till" not in answer.text


def test_a_key_that_is_still_there_is_not_said_to_be_gone(client, hr):
    wave = counted_wave(TOLD, by=hr)
    answer = client.sign_in(hr).get(f"/survey/waves/{wave.id}/record")
    assert facts(answer)["Key destroyed"] == "Not yet: the worker is about to."


def test_hr_reads_it_from_opening_on_and_others_once_it_is_published(client, hr):
    draft, opened = draft_wave(name="Draft"), open_wave(by=hr, name="Open")
    client.sign_in(hr)
    assert client.get(f"/survey/waves/{draft.id}/record").status_code == 404
    answer = client.get(f"/survey/waves/{opened.id}/record")
    assert facts(answer)["Key destroyed"] == "Not yet: it is destroyed at closing."
    assert "Answered" not in facts(answer)

    for role in ((), ("admin",), ("governance",)):
        client.sign_in(make_person("Somebody", *role))
        assert client.get(f"/survey/waves/{opened.id}/record").status_code == 404


def test_what_could_not_be_read_is_counted(client, hr):
    wave = counted_wave(TOLD, by=hr)
    with writing():
        db.session.get_one(Wave, wave.id).unread = 3
    answer = client.sign_in(hr).get(f"/survey/waves/{wave.id}/record")
    assert facts(answer)["Answers that could not be read"].startswith("3.")


@pytest.mark.parametrize(
    "closed, months, until",
    [
        (datetime(2026, 12, 2), 24, date(2028, 12, 2)),
        (datetime(2026, 1, 31), 1, date(2026, 2, 28)),
        (datetime(2027, 12, 31), 2, date(2028, 2, 29)),
        (datetime(2026, 3, 15), 9, date(2026, 12, 15)),
        (datetime(2026, 3, 15), 10, date(2027, 1, 15)),
    ],
)
def test_answers_are_kept_so_many_months(closed, months, until):
    assert kept_until(Wave(closed_at=closed, months=months)) == until


def test_an_open_wave_has_no_such_day():
    assert kept_until(Wave(months=24)) is None


@pytest.mark.parametrize("language", ["es", "eu", "en", "pt"])
def test_privacy_is_told_in_plain_words_without_promising_too_much(client, app, language):
    client.sign_in(make_person("Ane", language=language))
    text = unescape(client.get("/survey/privacy").text)

    confidential = {"es": "confidencial", "eu": "konfidentzial", "en": "confidential"}
    assert confidential.get(language, "confidencial") in text
    sentences = re.findall(r"<li>(.*?)</li>", text, re.S)
    assert len(sentences) > 20


def test_privacy_tells_the_thresholds_of_the_last_wave(client, hr):
    client.sign_in(make_person("Ane"))
    assert (
        "a score from 5 answers, shares and comments from 10" in client.get("/survey/privacy").text
    )
    open_wave(by=hr, least=7, detail=12, distribution=40)
    assert (
        "a score from 7 answers, shares and comments from 12" in client.get("/survey/privacy").text
    )


def test_it_is_linked_from_every_page_about_a_wave(client, hr):
    wave = counted_wave(TOLD, by=hr)
    client.sign_in(hr)
    for page in ("", "/results", "/remarks", "/record"):
        assert 'href="/survey/privacy"' in client.get(f"/survey/waves/{wave.id}{page}").text, page
    open_wave(by=hr, name="Open")
    assert 'href="/survey/privacy"' in client.get("/survey").text
