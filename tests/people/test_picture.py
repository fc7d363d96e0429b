"""Faces: pixels and nothing else, for people of the house alone."""

import io

import pytest
from PIL import Image

from app.core.db import db
from app.core.storage import storage
from app.people.models import Person


def photo(size=(900, 600), format="JPEG", **more):
    file = io.BytesIO()
    Image.new("RGB", size, "teal").save(file, format, **more)
    return file.getvalue()


def send(client, data, name="ane.jpg", field="picture"):
    """The body a browser makes, without the temporary files the test client would leave."""
    head = f'--x\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n'
    body = head.encode() + b"Content-Type: image/jpeg\r\n\r\n" + data + b"\r\n--x--\r\n"
    how = "multipart/form-data; boundary=x"
    return client.post("/account/picture?_method=PUT", data=body, content_type=how)


def key_of(person):
    db.session.expire_all()
    return db.session.get(Person, person.id).picture


def test_a_face_is_shown_to_the_house(client, ane, jon):
    answer = send(client.sign_in(ane), photo())

    assert (answer.status_code, answer.location) == (303, "/account/picture")
    key = key_of(ane)
    assert f"/people/pictures/{key}" in client.sign_in(jon).get(f"/people/{ane.id}").text
    assert f"/people/pictures/{key}" in client.get("/people").text
    shown = client.get(f"/people/pictures/{key}")
    assert shown.mimetype == "image/webp"
    assert Image.open(io.BytesIO(shown.data)).size == (480, 320)
    assert shown.headers["X-Content-Type-Options"] == "nosniff"
    assert shown.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert shown.headers["Cache-Control"] == "private, max-age=31536000, immutable"


def test_where_it_was_taken_is_not_kept(client, ane):
    exif = Image.Exif()
    exif[0x010E] = "at home, in Ordizia"
    send(client.sign_in(ane), photo(exif=exif.tobytes()))

    kept = storage().read(f"faces/{key_of(ane)}")

    assert b"Ordizia" not in kept and b"EXIF" not in kept


def test_a_new_one_replaces_the_old_one_on_the_disk_too(client, ane):
    send(client.sign_in(ane), photo())
    first = key_of(ane)

    send(client, photo(format="PNG"))

    assert key_of(ane) != first
    assert client.get(f"/people/pictures/{first}").status_code == 404
    assert not storage().exists(f"faces/{first}")


def test_it_can_be_taken_away(client, ane):
    send(client.sign_in(ane), photo())
    key = key_of(ane)

    answer = client.post("/account/picture?_method=DELETE")

    assert answer.status_code == 303 and key_of(ane) is None
    assert client.get(f"/people/pictures/{key}").status_code == 404
    assert client.post("/account/picture?_method=DELETE").status_code == 303


def test_strangers_see_no_faces(client, ane, app):
    send(client.sign_in(ane), photo())

    assert app.test_client().get(f"/people/pictures/{key_of(ane)}").status_code == 303


@pytest.mark.parametrize(
    "key", ["0" * 32, "F" * 32, "." * 32, "x" * 31, "0" * 33, "..%2f" * 6 + "xx", "%00" * 32]
)
def test_what_is_no_face_is_not_there(client, ane, key):
    storage().put("0" * 32, b"somebody's attachment")

    assert client.sign_in(ane).get(f"/people/pictures/{key}").status_code == 404


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    "data, name, status, words",
    [
        (SVG, "ane.svg", 422, "not a picture we know"),
        (SVG, "ane.jpg", 422, "not a picture we know"),
        (b"GIF89a<script>alert(1)</script>", "ane.gif", 422, "picture"),
        (b"", "ane.jpg", 422, "not a picture we know"),
        (photo()[:2000], "ane.jpg", 422, "couldn’t read that picture"),
        (photo((7000, 6000), "PNG"), "ane.png", 422, "too many pixels"),
        (photo() + b"x" * 10_000_000, "ane.jpg", 413, "larger than 10 MB"),
        (b"", "", 422, "Choose a picture first."),
    ],
)
def test_what_cannot_be_kept_is_refused_at_its_field(client, ane, data, name, status, words):
    answer = send(client.sign_in(ane), data, name)

    assert answer.status_code == status
    assert words in answer.text and 'aria-invalid="true"' in answer.text
    assert key_of(ane) is None


def test_words_where_the_picture_should_be_are_refused(client, ane):
    client.sign_in(ane)

    assert client.put("/account/picture", data={"picture": "words"}).status_code == 422
    assert client.put("/account/picture", data={}).status_code == 422
    assert send(client, photo(), field="another").status_code == 422


def test_a_body_beyond_all_measure_is_not_even_read(client, ane):
    answer = send(client.sign_in(ane), b"x" * (26 * 1024 * 1024))

    assert answer.status_code == 413 and key_of(ane) is None
