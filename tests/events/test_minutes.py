"""Minutes: written by its organisers, kept in every version, told once."""

import re
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from app.attachments.models import PictureUse
from app.core import clock
from app.core.db import db
from app.events.models import Minutes, MinutesRevision
from app.facts.events import MinutesRestored, MinutesWritten
from tests.conftest import at_once
from tests.factories import make_person, make_picture, make_space
from tests.factories.events import answer, date_of, make_event
from tests.factories.there import come, heard, make_begun, write_minutes


@pytest.fixture
def date(jon):
    return make_begun(jon)


def sent(**given):
    return {"text": "We knit on *Fridays*.", "changed": "", "reached": "", "version": "0"} | given


def minutes(date):
    db.session.rollback()
    return db.session.query(Minutes).filter_by(occurrence_id=date.id).one_or_none()


def said(date):
    rows = db.session.query(MinutesRevision.text).order_by(MinutesRevision.number)
    return [text for (text,) in rows]


def test_whoever_sees_the_event_reads_what_was_agreed(client, date, ane, jon):
    written = sent(changed="The shelter has blankets.", reached="12")
    client.sign_in(jon).post(f"/events/on/{date.id}/minutes?_method=PUT", data=written)
    page = client.sign_in(ane).get(f"/events/on/{date.id}").text
    for words in ("<em>Fridays</em>", "The shelter has blankets.", "It reached 12 people."):
        assert words in page
    assert "Edit the minutes" not in page


def test_who_does_not_see_the_event_reads_no_minutes(client, ane, jon):
    space = make_space(jon, visibility="hidden")
    date = make_begun(jon, space=space.id)
    write_minutes(date, jon)
    assert client.sign_in(ane).get(f"/events/on/{date.id}").status_code == 404


def test_only_its_organisers_write_and_look_back(client, date, ane, jon):
    write_minutes(date, jon)
    client.sign_in(ane)
    place = f"/events/on/{date.id}/minutes"
    assert client.put(place, data=sent(version="1")).status_code == 403
    assert client.get(f"{place}/edit").status_code == 403
    assert client.get(f"{place}/revisions").status_code == 403
    assert client.get(f"{place}/revisions/1").status_code == 403


def test_there_are_no_minutes_of_what_has_not_begun(client, jon):
    date = date_of(make_event(jon))
    client.sign_in(jon)
    assert client.put(f"/events/on/{date.id}/minutes", data=sent()).status_code == 403


def test_every_version_is_kept_and_can_be_gone_on_from(client, date, jon):
    client.sign_in(jon)
    place = f"/events/on/{date.id}/minutes"
    client.put(place, data=sent(text="We knit."))
    client.put(place, data=sent(text="We sew.", version="1"))
    assert said(date) == ["We knit.", "We sew."]
    shown = client.get(f"{place}/revisions/2").text
    assert "<ins>" in shown and "<del>" in shown
    assert "We knit." in client.get(f"{place}/edit?from=1").text
    assert client.get(f"{place}/revisions/3").status_code == 404


def test_what_is_saved_again_unchanged_is_no_new_version(client, date, jon):
    client.sign_in(jon)
    client.put(f"/events/on/{date.id}/minutes", data=sent())
    client.put(f"/events/on/{date.id}/minutes", data=sent(version="1"))
    assert len(said(date)) == 1


def test_whoever_is_overtaken_sees_both_and_loses_nothing(client, date, jon):
    client.sign_in(jon)
    place = f"/events/on/{date.id}/minutes"
    write_minutes(date, jon, text="We sew on Mondays.")
    answered = client.put(place, data=sent(text="We knit on Mondays."))
    assert answered.status_code == 409
    assert re.search(r"<del>.{0,60}sew", answered.text)
    assert re.search(r"<ins>.{0,60}knit", answered.text)
    assert "We knit on Mondays.</textarea>" in answered.text
    assert 'name="version" type="hidden" value="1"' in answered.text
    assert said(date) == ["We sew on Mondays."]


def test_two_who_write_the_first_words_at_once(app, date, jon, nerea):
    place = f"/events/on/{date.id}/minutes?_method=PUT"
    answers = at_once(
        app, (jon, place, sent(text="We sew.")), (nerea, place, sent(text="We knit."))
    )
    assert [one.status_code for one in answers] == [303, 409]
    assert len(said(date)) == 1


def test_what_is_refused_comes_back_whole(client, date, jon):
    client.sign_in(jon)
    wrong = sent(text="We knit.", reached="a few", changed="x" * 301)
    answered = client.put(f"/events/on/{date.id}/minutes", data=wrong)
    assert answered.status_code == 422
    assert "We knit.</textarea>" in answered.text and "a few" in answered.text
    assert minutes(date) is None


def test_whoever_writes_a_customers_number_is_asked_first(client, date, jon):
    client.sign_in(jon)
    written = sent(text="Call her: 612 345 678.")
    assert client.put(f"/events/on/{date.id}/minutes", data=written).status_code == 422
    client.put(f"/events/on/{date.id}/minutes", data=written | {"discretion": "keep"})
    assert len(said(date)) == 1


def test_who_was_there_and_who_had_a_seat_hear_of_them_once(client, date, ane, jon):
    maite = make_person("Maite")
    answer(date, ane)
    come(date, maite, by=jon)
    write_minutes(date, jon)
    write_minutes(date, jon, text="Better words.")
    assert heard(MinutesWritten, date) == sorted([ane.id, maite.id])


def test_they_are_taken_away_and_put_back_without_a_script(client, date, ane, jon):
    answer(date, ane)
    write_minutes(date, jon)
    assert heard(MinutesWritten, date) == [ane.id]
    client.sign_in(jon).post(f"/events/on/{date.id}/minutes?_method=DELETE")
    assert "Fridays" not in client.sign_in(ane).get(f"/events/on/{date.id}").text
    client.sign_in(jon).post(f"/events/on/{date.id}/minutes")
    assert "Fridays" in client.sign_in(ane).get(f"/events/on/{date.id}").text


def test_taken_away_later_and_put_back_nobody_hears_of_them_again(client, date, ane, jon):
    answer(date, ane)
    write_minutes(date, jon)
    heard(MinutesWritten, date)
    client.sign_in(jon)
    with clock.at(clock.now() + timedelta(days=2)):
        assert client.delete(f"/events/on/{date.id}/minutes").status_code == 303
        assert client.post(f"/events/on/{date.id}/minutes").status_code == 303
        assert heard(MinutesRestored, date) == []


def test_whoever_reads_them_sees_their_pictures_and_nobody_once_they_are_gone(
    client, date, ane, jon
):
    picture = make_picture(jon)
    written = sent(text=f"![Wool](/pictures/{picture.key})")
    client.sign_in(jon).put(f"/events/on/{date.id}/minutes", data=written)
    assert client.sign_in(ane).get(f"/pictures/{picture.key}").status_code == 200
    client.sign_in(jon).delete(f"/events/on/{date.id}/minutes")
    assert client.sign_in(ane).get(f"/pictures/{picture.key}").status_code == 404
    assert db.session.query(PictureUse).filter_by(subject_kind="occurrence").count() == 0


def test_a_picture_of_somebody_else_is_shown_to_nobody_by_writing_its_address(
    client, date, ane, jon
):
    picture = make_picture(ane)
    written = sent(text=f"![Wool](/pictures/{picture.key})")
    client.sign_in(jon).put(f"/events/on/{date.id}/minutes", data=written)
    assert client.get(f"/pictures/{picture.key}").status_code == 404
    again = sent(text=f"Once more: ![Wool](/pictures/{picture.key})", version="1")
    client.put(f"/events/on/{date.id}/minutes", data=again)
    assert client.get(f"/pictures/{picture.key}").status_code == 404


@pytest.mark.parametrize("wrong", [{"text": ""}, {"reached": -1}])
def test_the_database_refuses_minutes_that_cannot_be(date, jon, wrong):
    with pytest.raises(IntegrityError):
        write_minutes(date, jon, **wrong)
