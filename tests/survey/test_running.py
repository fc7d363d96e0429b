"""An open wave at HR's desk: its count, reminding people, closing; and publishing it afterwards."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.audit.models import Entry
from app.core import clock, outbox
from app.core.calendar import today
from app.core.db import db, writing
from app.notifications.models import Delivery, Notification
from app.people.models import SignIn
from app.survey import keys
from app.survey import queries as survey
from app.survey.models import Wave, WaveState
from tests.conftest import at_once
from tests.factories import make_person, make_unit
from tests.factories.survey import (
    answer,
    close_wave,
    count_wave,
    draft_wave,
    open_wave,
    publish_wave,
)


@pytest.fixture(autouse=True)
def people(app):
    return [make_person(f"P{number}") for number in range(20)]


@pytest.fixture
def desk(client, rosa):
    return client.sign_in(rosa)


def state(wave):
    db.session.rollback()
    return db.session.get_one(Wave, wave.id).state


def audited():
    return list(db.session.scalars(select(Entry.fact).order_by(Entry.id)))


def test_while_open_the_desk_tells_how_many_of_the_company_answered_and_of_nobody_less(
    desk, people
):
    unit = make_unit("Clinics")
    for _ in range(12):
        make_person(unit_id=unit.id)
    wave = open_wave(closes_on=today() + timedelta(days=9))
    for person in people[:5]:
        answer(wave, person)

    page = desk.get(f"/survey/waves/{wave.id}").text

    assert "5 of 34 answered" in page and "<b>15%</b>" in page
    assert "<b>9</b><span>days left" in page
    assert "fewer than 60 of 100" in page
    assert page.count("answered") == page.count("5 of 34 answered") + page.count(
        "whether they answered or not"
    ) + page.count("those who have not answered")


def test_with_enough_answers_it_does_not_warn(desk, people):
    wave = open_wave()
    for person in people[:14]:
        answer(wave, person)
    assert "fewer than 60 of 100" not in desk.get(f"/survey/waves/{wave.id}").text


def test_without_its_key_it_says_so_loudly(desk):
    wave = open_wave()
    assert 'role="alert"' not in desk.get(f"/survey/waves/{wave.id}").text
    keys.destroy(wave.key_name)
    page = desk.get(f"/survey/waves/{wave.id}").text
    assert "The key of this wave is gone" in page and 'role="alert"' in page


def test_a_reminder_reaches_all_who_are_asked_alike_whether_they_answered_or_not(
    desk, people, rosa
):
    wave = open_wave()
    outbox.drain()
    for person in people[::2]:
        answer(wave, person)

    assert desk.post(f"/survey/waves/{wave.id}/reminder").status_code == 303
    outbox.drain()

    db.session.rollback()
    (delivery,) = db.session.scalars(select(Delivery).where(Delivery.fact == "WaveReminded"))
    rows = list(
        db.session.execute(
            select(
                *[c for c in Notification.__table__.c if c.name not in ("id", "person_id")]
            ).where(Notification.delivery_id == delivery.id)
        )
    )
    told = set(
        db.session.scalars(
            select(Notification.person_id).where(Notification.delivery_id == delivery.id)
        )
    )
    invited = set(db.session.scalars(survey.asked("WaveOpened", wave.id)))
    assert {person.id for person in people} < invited
    assert told == invited - {rosa.id}  # who reminds need not be told
    assert len(set(rows)) == 1, "all of them the very same"


def test_three_times_at_most_and_never_twice_in_two_days(desk, rosa):
    wave = open_wave()
    begun = clock.now()
    said = []
    for days in (0, 1, 2, 4, 6):
        with clock.at(begun + timedelta(days=days, minutes=1)):
            desk.sign_in(rosa).post(f"/survey/waves/{wave.id}/reminder")
            db.session.rollback()
            said.append(db.session.get_one(Wave, wave.id).reminders)
    assert said == [1, 1, 2, 3, 3]
    assert audited().count("WaveReminded") == 3
    page = desk.get(f"/survey/waves/{wave.id}").text
    assert "Sent: 3 of 3" in page and "Remind everybody" not in page


def test_two_who_remind_in_one_moment_remind_once(app, rosa):
    wave = open_wave()
    miren = make_person("Miren", "hr")
    place = f"/survey/waves/{wave.id}/reminder"
    answers = at_once(app, (rosa, place, {}), (miren, place, {}))
    assert [one.status_code for one in answers] == [303, 303]
    assert db.session.get_one(Wave, wave.id).reminders == 1
    assert (
        len(db.session.scalars(select(Delivery).where(Delivery.fact == "WaveReminded")).all()) == 1
    )


def test_closing_asks_first_and_then_counts(desk, people):
    wave = open_wave()
    for person in people[:12]:
        answer(wave, person)
    page = desk.get(f"/survey/waves/{wave.id}/closing/new").text
    assert "12 of 22 have answered" in page and "cannot be undone" in page
    assert state(wave) is WaveState.OPEN

    assert desk.post(f"/survey/waves/{wave.id}/closing").status_code == 303

    assert state(wave) is WaveState.COUNTING
    page = desk.get(f"/survey/waves/{wave.id}").text
    assert 'hx-trigger="every 5s"' in page and "being counted" in page
    outbox.drain()
    assert state(wave) is WaveState.CLOSED
    part = desk.get(f"/survey/waves/{wave.id}", htmx=True).text
    assert "hx-trigger" not in part and "12 of 22 answered" in part
    assert audited()[-2:] == ["WaveStopped", "WaveClosed"]


def test_closed_twice_in_one_moment_it_is_stopped_once(app, rosa):
    wave = open_wave()
    miren = make_person("Miren", "hr")
    place = f"/survey/waves/{wave.id}/closing"
    answers = at_once(app, (rosa, place, {}), (miren, place, {}))
    assert [one.status_code for one in answers] == [303, 403]
    assert audited().count("WaveStopped") == 1


def test_closing_asks_for_the_password_when_it_was_typed_long_ago(desk):
    wave = open_wave()
    with writing():
        db.session.scalars(select(SignIn)).one().verified_at = clock.now() - timedelta(hours=1)
    for answer_ in (
        desk.get(f"/survey/waves/{wave.id}/closing/new"),
        desk.post(f"/survey/waves/{wave.id}/closing"),
    ):
        assert answer_.status_code == 303 and "/sign-in/again" in answer_.location
    assert state(wave) is WaveState.OPEN


def test_results_are_published_with_words_that_everybody_reads(app, desk, people):
    wave = close_wave(open_wave())
    page = desk.get(f"/survey/waves/{wave.id}").text
    assert f"/survey/waves/{wave.id}/publication/new" in page
    version = db.session.get_one(Wave, wave.id).version

    sent = {"summary": "We **care** well.", "version": str(version)}
    looked = desk.post(f"/survey/waves/{wave.id}/publication", data=sent | {"preview": "1"})
    assert "<strong>care</strong>" in looked.text and state(wave) is WaveState.CLOSED

    assert desk.post(f"/survey/waves/{wave.id}/publication", data=sent).status_code == 303

    assert state(wave) is WaveState.PUBLISHED
    page = app.test_client().sign_in(people[0]).get(f"/survey/waves/{wave.id}").text
    assert "<strong>care</strong>" in page and f"/survey/waves/{wave.id}/results" in page
    assert audited()[-1] == "WavePublished"


def test_its_words_are_changed_and_it_is_news_once(desk):
    wave = publish_wave(open_wave())
    version = db.session.get_one(Wave, wave.id).version
    sent = {"summary": "Other *words*.", "version": str(version)}
    assert "We **listen**" in desk.get(f"/survey/waves/{wave.id}/publication/new").text
    assert desk.post(f"/survey/waves/{wave.id}/publication", data=sent).status_code == 303
    assert "Other <em>words</em>." in desk.get(f"/survey/waves/{wave.id}").text
    assert audited().count("WavePublished") == 1


def test_of_two_who_change_them_the_second_sees_both(desk):
    wave = publish_wave(open_wave())
    seen = {"version": str(db.session.get_one(Wave, wave.id).version)}
    place = f"/survey/waves/{wave.id}/publication"
    desk.post(place, data=seen | {"summary": "Theirs *stands*."})

    late = desk.post(place, data=seen | {"summary": "Mine **too**."})

    assert late.status_code == 409
    assert "Theirs <em>stands</em>." in late.text and "Mine <strong>too</strong>." in late.text
    assert "Theirs <em>stands</em>." in desk.get(f"/survey/waves/{wave.id}").text


@pytest.mark.parametrize("words", ["", "   ", "x" * 4001])
def test_it_is_not_published_without_words_or_with_too_many(desk, words):
    wave = count_wave(open_wave())
    version = db.session.get_one(Wave, wave.id).version
    sent = {"summary": words, "version": str(version)}
    answer_ = desk.post(f"/survey/waves/{wave.id}/publication", data=sent)
    assert answer_.status_code == 422 and words.strip() in answer_.text
    assert state(wave) is WaveState.CLOSED


def test_a_customers_data_is_asked_about_before_everybody_reads_it(desk):
    wave = count_wave(open_wave())
    version = db.session.get_one(Wave, wave.id).version
    sent = {"summary": "She, 12345678Z, called.", "version": str(version)}
    answer_ = desk.post(f"/survey/waves/{wave.id}/publication", data=sent)
    assert answer_.status_code == 422 and "<mark>12345678Z</mark>" in answer_.text
    desk.post(f"/survey/waves/{wave.id}/publication", data=sent | {"discretion": "cover"})
    assert "•" in db.session.get_one(Wave, wave.id).summary


OUT_OF_PLACE = [
    ("draft", "post", "/reminder"),
    ("draft", "get", "/closing/new"),
    ("draft", "post", "/closing"),
    ("draft", "get", "/publication/new"),
    ("draft", "post", "/publication"),
    ("open", "get", "/publication/new"),
    ("open", "post", "/publication"),
    ("counted", "post", "/reminder"),
    ("counted", "get", "/closing/new"),
    ("counted", "post", "/closing"),
    ("published", "post", "/closing"),
    ("published", "post", "/reminder"),
]
MADE = {
    "draft": draft_wave,
    "open": open_wave,
    "counted": lambda: count_wave(open_wave()),
    "published": lambda: publish_wave(open_wave()),
}


@pytest.mark.parametrize(("made", "method", "door"), OUT_OF_PLACE)
def test_nothing_is_done_in_a_state_in_which_it_means_nothing(desk, made, method, door):
    wave = MADE[made]()
    before = state(wave)
    sent = {"summary": "Words", "version": "1"} if method == "post" else None
    assert getattr(desk, method)(f"/survey/waves/{wave.id}{door}", data=sent).status_code == 403
    assert state(wave) is before


@pytest.mark.parametrize("role", ["", "admin", "governance", "listener", "ambassador"])
def test_nobody_else_runs_a_wave(client, role):
    client.sign_in(make_person("Somebody", *([role] if role else [])))
    wave = open_wave()
    for method, door in (
        ("post", "/reminder"),
        ("get", "/closing/new"),
        ("post", "/closing"),
        ("get", "/publication/new"),
        ("post", "/publication"),
        ("get", "/preview"),
    ):
        answer_ = getattr(client, method)(f"/survey/waves/{wave.id}{door}")
        assert answer_.status_code == 404, door
    page = client.get(f"/survey/waves/{wave.id}").text
    assert "closing/new" not in page and "reminder" not in page
    assert state(wave) is WaveState.OPEN


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "Doy a conocer mi nombre"),
        ("eu", "Nire izena ezagutarazten dut"),
        ("en", "I make my name known"),
        ("pt", "Dou a conhecer o meu nome"),
    ],
)
def test_the_preview_is_the_page_in_each_language_and_sends_nothing(desk, language, said):
    for wave in (draft_wave(asker="", contact="", informed_on=None), open_wave()):
        page = desk.get(f"/survey/waves/{wave.id}/preview?in={language}").text
        assert f'<html lang="{language}"' in page and said in page
        assert page.count('type="radio"') == 7 * 6 + 3 * 5 + 11
        main = page.split("<main")[1].split("</main>")[0]
        assert "<form" not in main and "/survey/answer" not in main
        assert 'type="submit"' not in main and "hx-post" not in main


def test_the_preview_shows_the_same_parts_as_the_page(app, desk, people):
    wave = open_wave()
    preview = desk.get(f"/survey/waves/{wave.id}/preview").text
    page = app.test_client().sign_in(people[0]).get("/survey").text

    def asked(text):
        return [one.split("</legend>")[0] for one in text.split("<legend>")[1:]]

    assert asked(preview) == asked(page) and len(asked(page)) == 11
