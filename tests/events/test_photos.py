"""Photos of a date: described, agreed to, and gone when somebody wants them gone."""

import io
import re

import pytest
from PIL import Image
from sqlalchemy.exc import IntegrityError

from app.core.db import db
from app.core.storage import storage
from app.events import queries as finding
from app.events.models import Photo
from tests.factories import make_person, make_space, picture_file
from tests.factories.events import answer, date_of, make_event
from tests.factories.there import add_photo, come, make_begun, write_minutes


@pytest.fixture
def date(jon, ane):
    """Ane was there; Maite will not have been."""
    date = make_begun(jon)
    come(date, ane, by=jon)
    return date


def sent(**given):
    return {"cover_file": picture_file(), "cover_alt": "Wool", "agreed": "y"} | given


def shown(date):
    db.session.rollback()
    return [one.alt for one in finding.photos(date.id).rows]


def test_whoever_was_there_adds_one_that_everybody_sees(client, date, ane):
    answered = client.sign_in(ane).post(f"/events/on/{date.id}/photos", data=sent())
    assert answered.status_code == 303 and shown(date) == ["Wool"]
    key = finding.photo_keys(date.id)[0]
    maite = make_person("Maite")
    client.sign_in(maite)
    assert 'alt="Wool"' in client.get(f"/events/on/{date.id}").text
    assert 'alt="Wool"' in client.get(f"/events/on/{date.id}/photos").text
    assert client.get(f"/pictures/{key}").status_code == 200


def test_who_was_not_there_adds_none(client, date):
    client.sign_in(make_person("Maite"))
    assert client.post(f"/events/on/{date.id}/photos", data=sent()).status_code == 403
    assert "Add a photo" not in client.get(f"/events/on/{date.id}/photos").text


def test_where_nobody_was_counted_whoever_had_a_seat_adds_one(client, jon):
    date, maite = make_begun(jon), make_person("Maite")
    answer(date, maite)
    client.sign_in(maite)
    assert client.post(f"/events/on/{date.id}/photos", data=sent()).status_code == 303


def test_before_it_begins_there_are_none(client, jon):
    date = date_of(make_event(jon))
    client.sign_in(jon)
    assert client.post(f"/events/on/{date.id}/photos", data=sent()).status_code == 403


@pytest.mark.parametrize("lacks", ["cover_alt", "agreed", "cover_file"])
def test_none_without_words_without_consent_or_without_a_picture(client, date, ane, lacks):
    given = sent()
    del given[lacks]
    answered = client.sign_in(ane).post(f"/events/on/{date.id}/photos", data=given)
    assert answered.status_code == 422 and shown(date) == []
    if lacks == "agreed":
        assert 'name="cover" type="hidden" value="' in answered.text  # it need not be chosen again


def test_what_was_chosen_once_is_kept_while_the_form_comes_back(client, date, ane):
    client.sign_in(ane)
    given = sent()
    del given["agreed"]
    page = client.post(f"/events/on/{date.id}/photos", data=given).text
    key = page.split('name="cover" type="hidden" value="')[1].split('"')[0]
    again = {"cover": key, "cover_alt": "Wool", "agreed": "y"}
    assert client.post(f"/events/on/{date.id}/photos", data=again).status_code == 303
    assert shown(date) == ["Wool"]


def test_what_is_no_picture_is_said_to_be_none(client, date, ane):
    given = sent(cover_file=(io.BytesIO(b"no picture"), "photo.png"))
    answered = client.sign_in(ane).post(f"/events/on/{date.id}/photos", data=given)
    assert answered.status_code == 422 and "This is none" in answered.text


def test_nobody_shows_a_picture_that_is_not_theirs_to_see(client, date, ane, jon):
    space = make_space(jon, visibility="hidden")
    secret = make_begun(jon, space=space.id)
    add_photo(secret, jon)
    key = finding.photo_keys(secret.id)[0]
    given = {"cover": key, "cover_alt": "Wool", "agreed": "y"}
    assert client.sign_in(ane).post(f"/events/on/{date.id}/photos", data=given).status_code == 422
    assert client.get(f"/pictures/{key}").status_code == 404


def test_where_it_was_taken_is_not_kept(client, date, ane):
    file = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "at home"
    Image.new("RGB", (64, 36), (9, 8, 7)).save(file, "JPEG", exif=exif)
    file.seek(0)
    client.sign_in(ane).post(
        f"/events/on/{date.id}/photos", data=sent(cover_file=(file, "photo.jpg"))
    )
    kept = storage().read(finding.photo_keys(date.id)[0])
    assert b"at home" not in kept and not Image.open(io.BytesIO(kept)).getexif()


def test_whoever_added_it_takes_it_out_and_puts_it_back_without_a_script(client, date, ane):
    photo = add_photo(date, ane)
    key = finding.photo_keys(date.id)[0]
    client.sign_in(ane).post(f"/events/on/{date.id}/photos/{photo}?_method=DELETE")
    assert shown(date) == []
    client.sign_in(make_person("Maite"))
    assert client.get(f"/pictures/{key}").status_code == 404
    client.sign_in(ane).post(f"/events/on/{date.id}/photos/{photo}?_method=PUT")
    assert shown(date) == ["A table full of wool"]
    client.sign_in(make_person("Peru"))
    assert client.get(f"/pictures/{key}").status_code == 200


def test_what_an_organiser_took_out_its_author_does_not_put_back(client, date, ane, jon):
    file, _ = picture_file()
    bytes_ = file.getvalue()
    given = sent(cover_file=(io.BytesIO(bytes_), "photo.png"))
    client.sign_in(ane).post(f"/events/on/{date.id}/photos", data=given)
    photo = db.session.query(Photo.id).scalar()
    place = f"/events/on/{date.id}/photos"
    assert client.sign_in(jon).delete(f"{place}/{photo}").status_code == 303
    client.sign_in(ane)
    assert client.put(f"{place}/{photo}").status_code == 403
    again = client.post(place, data=sent(cover_file=(io.BytesIO(bytes_), "photo.png")))
    assert again.status_code == 422 and "has taken this photo out" in again.text
    client.sign_in(jon).put(f"{place}/{photo}")
    assert shown(date) == ["Wool"]


def test_others_do_not_take_it_out(client, date, ane):
    photo = add_photo(date, ane)
    client.sign_in(make_person("Maite"))
    assert client.delete(f"/events/on/{date.id}/photos/{photo}").status_code == 403
    assert client.delete(f"/events/on/{date.id}/photos/{photo + 1}").status_code == 404


def test_the_same_picture_twice_is_one_photo(client, date, ane):
    file, name = picture_file()
    for _ in range(2):
        given = sent(cover_file=(io.BytesIO(file.getvalue()), name))
        client.sign_in(ane).post(f"/events/on/{date.id}/photos", data=given)
    assert shown(date) == ["Wool"]


def test_better_minutes_take_no_photo_away(client, date, ane, jon):
    add_photo(date, ane)
    key = finding.photo_keys(date.id)[0]
    client.sign_in(jon).put(
        f"/events/on/{date.id}/minutes", data={"text": "We knit.", "version": "0"}
    )
    client.sign_in(make_person("Maite"))
    assert client.get(f"/pictures/{key}").status_code == 200


def test_a_photo_in_a_hidden_space_stays_there(client, ane, jon):
    space = make_space(jon, visibility="hidden")
    date = make_begun(jon, space=space.id)
    add_photo(date, jon)
    key = finding.photo_keys(date.id)[0]
    client.sign_in(ane)
    assert client.get(f"/pictures/{key}").status_code == 404
    assert client.get(f"/events/on/{date.id}/photos").status_code == 404


def test_the_next_page_goes_on_where_this_one_ends(client, date, ane, queries):
    for number in range(25):
        add_photo(date, ane, alt=f"Photo {number:02}")
    client.sign_in(ane).get(f"/events/on/{date.id}/photos")
    queries.clear()
    page = client.get(f"/events/on/{date.id}/photos").text
    assert len(queries) <= 12
    assert "Photo 01" in page and "Photo 00" not in page
    later = re.search(r"photos\?before=\d+", page)[0]
    assert "Photo 00" in client.get(f"/events/on/{date.id}/{later}").text


def test_the_database_refuses_a_photo_nobody_described(date, ane):
    with pytest.raises(IntegrityError):
        add_photo(date, ane, alt="")


def test_minutes_and_photos_may_stand_in_one_date(date, jon, ane):
    write_minutes(date, jon)
    add_photo(date, ane)
    assert shown(date) == ["A table full of wool"]
