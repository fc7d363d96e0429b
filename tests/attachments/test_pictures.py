"""Bringing pictures in, and who sees them."""

import io

import pytest
from PIL import Image
from sqlalchemy import func, select
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.test import stream_encode_multipart

from app.attachments.models import Picture
from app.core.db import db
from app.core.storage import storage
from tests.conftest import at_once
from tests.factories import make_picture, make_post, picture_file, withdraw

JSON = {"Accept": "application/json"}
AN_SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def bring(client, file, *, headers=JSON, **fields):
    file = FileStorage(*file) if isinstance(file, tuple) else file
    data = MultiDict({"picture": file, "alt": "Four chairs"} | fields)
    body, _, boundary = stream_encode_multipart(data, use_tempfile=False)
    kind = f'multipart/form-data; boundary="{boundary}"'
    return client.post("/pictures", data=body.read(), content_type=kind, headers=headers)


def pictures():
    return db.session.scalar(select(func.count(Picture.id)))


def test_a_picture_is_brought_in_for_a_script(client, ane):
    answer = bring(client.sign_in(ane), picture_file(size=(2000, 1000)))

    said = answer.get_json()
    assert answer.status_code == 201
    assert said == {"key": said["key"], "url": f"/pictures/{said['key']}", "alt": "Four chairs"}
    sizes = []
    for address in (said["url"], f"{said['url']}/small"):
        sent = client.get(address)
        image = Image.open(io.BytesIO(sent.data))
        sizes.append((sent.mimetype, image.format, *image.size))
    assert sizes == [("image/webp", "WEBP", 1600, 800), ("image/webp", "WEBP", 480, 240)]


def test_a_plain_form_brings_one_in_and_goes_on(client, ane):
    client.sign_in(ane)

    assert client.get("/pictures/new").status_code == 200
    there = bring(client, picture_file(), headers={}, next="/blog/new")
    astray = bring(client, picture_file(), headers={}, next="//elsewhere.example/")

    assert (there.status_code, there.location) == (303, "/blog/new")
    assert astray.status_code == 303 and astray.location.startswith("/pictures/")


def test_a_picture_says_how_it_may_be_used(client, ane):
    picture = make_picture(ane)

    headers = client.sign_in(ane).get(f"/pictures/{picture.key}").headers

    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "private, no-cache"
    assert headers["ETag"] == f'"{picture.key}"'


def test_a_kept_picture_is_not_sent_again_but_asked_about(client, ane, jon):
    picture = make_picture(ane)
    address = f"/pictures/{picture.key}"
    kept = {"If-None-Match": client.sign_in(ane).get(address).headers["ETag"]}

    assert (client.get(address, headers=kept).status_code) == 304
    assert client.get(f"{address}/small", headers=kept).status_code == 200
    assert client.sign_in(jon).get(address, headers=kept).status_code == 404


def test_the_same_bytes_are_stored_once_for_one_owner(client, ane, jon):
    def same():
        return picture_file((1, 2, 3))

    first = bring(client.sign_in(ane), same(), alt="").get_json()
    again = bring(client, same(), alt="A blue wall").get_json()
    silent = bring(client, same(), alt="").get_json()
    theirs = bring(client.sign_in(jon), same()).get_json()

    assert first["key"] == again["key"] == silent["key"] != theirs["key"]
    assert silent["alt"] == "A blue wall"
    assert pictures() == 2


def test_the_same_bytes_twice_at_once_are_one_picture(app, ane):
    def visit():
        return (ane, "/pictures", {"picture": picture_file((3, 2, 1)), "alt": "Red"})

    answers = at_once(app, visit(), visit(), visit())

    places = {answer.location for answer in answers}
    assert len(places) == 1 == pictures()
    assert storage().exists(places.pop().rpartition("/")[2])


class TestWhoSees:
    """A picture is seen by its owner, and by whoever sees something that shows it."""

    def seen(self, client, picture):
        codes = {
            client.get(f"/pictures/{picture.key}{size}").status_code for size in ("", "/small")
        }
        assert len(codes) == 1
        return codes == {200}

    def test_nobody_but_its_owner_sees_what_is_not_used(self, client, ane, nerea):
        picture = make_picture(ane)

        assert self.seen(client.sign_in(ane), picture)
        assert not self.seen(client.sign_in(nerea), picture)
        assert client.sign_out().get(f"/pictures/{picture.key}").status_code == 303

    def test_everybody_sees_what_a_post_shows_while_it_is_published(self, client, ane, jon, nerea):
        picture, cover = make_picture(ane), make_picture(ane)
        post = make_post(ane, text=f"![Chairs](/pictures/{picture.key})", cover=cover)
        client.sign_in(jon)
        assert self.seen(client, picture) and self.seen(client, cover)

        withdraw(post, by=ane)

        assert not self.seen(client, picture) and not self.seen(client, cover)
        assert self.seen(client.sign_in(nerea), picture)

    def test_a_picture_in_two_posts_outlives_one_of_them(self, client, ane, jon):
        picture = make_picture(ane)
        text = f"![Chairs](/pictures/{picture.key})"
        withdrawn, stays = make_post(ane, text=text), make_post(ane, text=text)

        withdraw(withdrawn, by=ane)

        assert stays.is_published and self.seen(client.sign_in(jon), picture)

    def test_whoever_guesses_a_key_shows_nobody_anything(self, client, ane, jon, nerea):
        secret = make_picture(ane)
        make_post(jon, text=f"![What is it?](/pictures/{secret.key})", cover=secret)

        assert not self.seen(client.sign_in(jon), secret)
        assert not self.seen(client.sign_in(nerea), secret)

    @pytest.mark.parametrize("key", ["0" * 32, "A" * 32, "%00" * 32, "../" * 10 + "..", "é" * 32])
    def test_what_is_no_picture_is_404(self, client, ane, key):
        client.sign_in(ane)

        assert client.get(f"/pictures/{key}").status_code == 404
        assert client.get(f"/pictures/{key}/small").status_code == 404
        assert client.get(f"/{key}").status_code == 404


def bomb():
    file = io.BytesIO()
    Image.new("1", (13_000, 13_000)).save(file, "PNG")
    return file.getvalue()


def torn():
    return picture_file(size=(400, 300), kind="JPEG")[0].getvalue()[:-900]


HOSTILE = {
    "nothing": (b"", "photo.png", 422),
    "words": (b"not a picture", "photo.png", 422),
    "SVG": (AN_SVG, "photo.svg", 422),
    "HTML called PNG": (b"<!doctype html><script>alert(1)</script>", "photo.png", 422),
    "many pixels": (bomb, "photo.png", 422),
    "half of one": (torn, "photo.jpg", 422),
    "too many bytes": (b"\x89PNG\r\n\x1a\n" + b"0" * 10_100_000, "photo.png", 413),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_is_no_picture_is_refused_with_a_reason(client, ane, case):
    data, name, status = HOSTILE[case]
    data = data() if callable(data) else data
    client.sign_in(ane)

    for_a_script = bring(client, (io.BytesIO(data), name))
    for_a_person = bring(client, (io.BytesIO(data), name), headers={})

    assert (for_a_script.status_code, for_a_person.status_code) == (status, status)
    assert len(for_a_script.get_json()["message"]) > 10
    assert "<h1>" in for_a_person.text
    assert pictures() == 0


@pytest.mark.parametrize("headers", [JSON, {}])
def test_what_is_far_too_large_is_not_even_read(client, ane, headers):
    answer = client.sign_in(ane).post(
        "/pictures",
        data=b"--b\r\n" + b"0" * 13_000_000,
        content_type="multipart/form-data; boundary=b",
        headers=headers,
    )

    assert answer.status_code == 413
    assert headers != JSON or answer.get_json()["message"]


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"picture": "only words"},
        {"alt": "No picture"},
        {"picture": "", "alt": ["One", "Two"]},
    ],
)
def test_a_form_without_a_picture_asks_for_one(client, ane, data):
    answer = client.sign_in(ane).post("/pictures", data=data, headers=JSON)

    assert (answer.status_code, answer.get_json()["message"]) == (422, "Choose a picture.")


def test_more_words_than_fit_are_refused_and_kept(client, ane):
    answer = bring(client.sign_in(ane), picture_file(), headers={}, alt="long " * 100)

    assert answer.status_code == 422 and "long long" in answer.text


def test_what_else_is_posted_changes_nothing(client, ane, jon):
    foreign = {"owner_id": jon.id, "key": "f" * 32, "digest": "0", "width": "9"}

    key = bring(client.sign_in(ane), picture_file(), alt="Chairs\x00\nand more", **foreign)

    picture = db.session.scalar(select(Picture))
    assert picture.owner_id == ane.id and picture.key == key.get_json()["key"] != "f" * 32
    assert (picture.width, picture.alt) == (64, "Chairs and more")


def test_naughty_words_about_a_picture_stay_words(client, ane):
    alt = "\"><script>alert('x')</script> ' onerror=alert(1) مرحبا"
    picture = make_picture(ane, alt=alt)
    post = make_post(ane, cover=picture)

    page = client.sign_in(ane).get(f"/blog/{post.id}").text

    assert "<script>alert" not in page and "&lt;script&gt;alert" in page


def test_strangers_bring_nothing_in(client):
    assert bring(client, picture_file()).status_code == 401
    assert pictures() == 0
