"""Forms as no browser sends them: whatever arrives is answered, and never with a 500."""

import io
import json
from itertools import cycle
from urllib.parse import quote_from_bytes, urlencode

import pytest
from flask import url_for
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.attachments.models import PictureUse
from app.blog.models import Author, Post
from app.core.db import db
from app.notifications.models import Kind
from app.people.models import Grant, Person
from tests.factories import make_draft, make_picture
from tests.odd import ODD_BYTES, doors, in_parts, odd_words
from tests.test_walk import scene
from tests.walk import TABLE
from tests.walk.blog import POST
from tests.walk.people import PROFILE

__all__ = ["scene"]

FIELDS = {
    "about",
    "alt",
    "answer",
    "colleague",
    "company",
    "cover",
    "cover_alt",
    "cover_file",
    "discretion",
    "draft",
    "draft_version",
    "email",
    "farewell",
    "file",
    "for_whom",
    "helps_with",
    "job",
    "key",
    "kind",
    "language",
    "lasting",
    "location_id",
    "name",
    "need",
    "new_password",
    "next",
    "no_cover",
    "old_password",
    "once",
    "password",
    "person",
    "picture",
    "preview",
    "speaks",
    "tags",
    "term_id",
    "terms",
    "text",
    "theme",
    "time_zone",
    "title",
    "topic",
    "unit",
    "unit_id",
    "until",
    "version",
    "whom",
    "why",
    *(kind.value for kind in Kind),
}
FOREIGN = {
    "author_id": "1",
    "person_id": "1",
    "owner_id": "1",
    "id": "1",
    "role": "admin",
    "roles": "admin",
    "is_admin": "1",
    "state": "withdrawn",
    "created_at": "2001-01-01",
    "published_at": "2001-01-01",
    "disabled_at": "2001-01-01",
    "password_hash": "x",
    "html": "<script>alert(1)</script>",
}
FORM = "application/x-www-form-urlencoded"
DELICATE = ["once", "version", "draft", "draft_version", "cover", "next", "unit_id", "location_id"]


pytestmark = pytest.mark.timeout(900)  # every door, a hundred times


@pytest.fixture
def send(app, scene):
    """`send(row, data)` posts as somebody who may, and sees that there is an answer."""

    things = {}  # each door has its own: one may take away what another needs

    def send(row, data=b"", content_type=FORM, query=""):
        may = next(
            (who for who in ("owner", "admin") if row.expected(who, htmx=False) < 400), "owner"
        )
        client = app.test_client().sign_in(scene.people[may])
        if row.door not in things:
            things[row.door] = scene.address(row.thing, anew=True)
        path = url_for(row.endpoint, **things[row.door])
        path += ("&" if "?" in path else "?") + query if query else ""
        if isinstance(data, dict):
            has_files = any(isinstance(value, tuple) for value in data.values())
            content_type = "multipart/form-data" if has_files else FORM
            data = data if has_files else urlencode(data, doseq=True).encode()
        method = "POST" if query else row.method
        answer = client.open(path, method=method, data=data, content_type=content_type)
        assert answer.status_code < 500, f"{answer.status_code} {row.door} {data!r:.200}"
        return answer

    return send


def text(row):
    """What the row sends, without its files."""
    return {name: value for name, value in row.send.items() if value != "file"}


@pytest.mark.alone
@in_parts
def test_a_body_that_is_no_form(send, part):
    for row in doors("POST", "PUT", "DELETE", part=part):
        send(row)
        send(row, json.dumps(text(row)).encode(), "application/json")
        for other in ([1, "a"], {"title": 7, "text": [None], "picture": {}}, None):
            send(row, json.dumps(other).encode(), "application/json")
        send(row, b"{", "application/json")
        send(row, b"title=a&text=b", "text/plain")
        send(row, b"title=a&text=b", "multipart/form-data")
        send(row, b"--x\r\nContent-Disposition: form-data\r\n", "multipart/form-data; boundary=x")
        send(row, b"&&&===%%%title=a", f"{FORM}; charset=utf-16")


@pytest.mark.alone
@in_parts
def test_a_method_that_is_not_meant(send, part):
    for row in doors("POST", "PUT", "DELETE", part=part):
        for method in ("GET", "PUT", "DELETE", "TRACE", "%00"):
            send(row, text(row), query=f"_method={method}&_method=PUT")


@in_parts
def test_fields_that_came_twice_too_long_or_odd(send, part):
    in_turn = cycle(("abc", "-1", "9" * 400, "/drafts/" + "9" * 40, str(2**31)))
    for row in doors("POST", "PUT", part=part):
        whole = text(row)
        send(row, {name: [value, value] for name, value in whole.items()})
        for odd in odd_words():
            send(row, dict.fromkeys(FIELDS, odd))
        send(row, dict.fromkeys(FIELDS, odd_words()))
        for name, odd in zip(DELICATE, in_turn, strict=False):
            send(row, whole | {name: odd})


@in_parts
def test_a_hundred_thousand_letters(send, part):
    for row in doors("POST", "PUT", part=part):
        for name in sorted({*text(row), "next", "draft"}):
            send(row, text(row) | {name: "x" * 100_000})


@in_parts
def test_letters_no_database_keeps(send, part):
    in_turn = cycle(map(quote_from_bytes, ODD_BYTES))
    for row in doors("POST", "PUT", part=part):
        for odd in map(quote_from_bytes, ODD_BYTES):
            all_odd = "&".join(f"{name}={odd}" for name in sorted(FIELDS))
            send(row, all_odd.encode())
        send(row, f"{urlencode(text(row))}&{next(in_turn)}=1".encode())
        for name, odd in zip(text(row), in_turn, strict=False):
            send(row, "&".join([f"{name}={odd}", urlencode(text(row))]).encode())


@pytest.mark.alone
@in_parts
def test_files_where_words_are_meant_and_words_where_files_are(send, part):
    for row in doors("POST", "PUT", part=part):
        whole = text(row)
        send(row, {name: (io.BytesIO(b"\x00\xff"), "a.png") for name in FIELDS})
        send(row, dict.fromkeys(["picture", "cover_file", "file"], "words") | whole)
        for file in (
            (b"", ""),
            (b"no picture", "\x00../../etc/passwd"),
            (b"GIF89a\xff\xff\xff\xff", "a.gif"),
        ):
            for name in ("picture", "cover_file", "file"):
                send(row, whole | {name: (io.BytesIO(file[0]), file[1])})


@settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    row=st.sampled_from(doors("POST", "PUT")),
    body=st.dictionaries(
        st.sampled_from(sorted(FIELDS)), st.lists(st.binary(max_size=40), max_size=3), max_size=6
    ),
)
def test_whatever_else_may_come(send, row, body):
    pairs = [(name, value) for name, values in body.items() for value in values]
    send(row, "&".join(f"{name}={quote_from_bytes(value)}" for name, value in pairs).encode())


def test_foreign_fields_change_nothing(app, scene, send):
    chief = scene.chief.id
    foreign = {name: str(chief) if value == "1" else value for name, value in FOREIGN.items()}
    published = {post.id for post in db.session.scalars(select(Post)) if post.is_published}
    for row in doors("POST", "PUT"):
        if not {"sign_in", "password", "closure"} & set(row.endpoint.split(".")):
            send(row, text(row) | foreign)

    for post in db.session.scalars(select(Post)):
        assert post.created_at.year > 2001 and "<script" not in post.html
        assert post.is_published or post.id not in published
    written = select(Author.person_id).join(Post).where(Post.title == POST["title"])
    assert set(db.session.scalars(written)) == {scene.owner.id}
    owner = db.session.get_one(Person, scene.owner.id)
    assert owner.is_active and owner.roles == frozenset() and owner.password_hash != "x"
    assert db.session.scalar(select(Grant.person_id).where(Grant.person_id == owner.id)) is None
    assert owner.name == PROFILE["name"]


def test_somebody_elses_picture_in_my_text_stays_theirs(app, scene, send):
    picture = make_picture(scene.chief)
    row = next(row for row in TABLE if row.endpoint == "blog.posts.create")
    send(row, dict(POST) | {"text": f"![x](/pictures/{picture.key})"})
    send(row, dict(POST) | {"cover": picture.key, "cover_alt": "x"})

    assert db.session.scalar(select(PictureUse.picture_id)) is None
    client = app.test_client().sign_in(scene.owner)
    assert client.get(f"/pictures/{picture.key}").status_code == 404


def test_somebody_elses_draft_is_not_finished_by_my_post(app, scene, send):
    draft = make_draft(scene.chief)
    row = next(row for row in TABLE if row.endpoint == "blog.posts.create")
    send(row, dict(POST) | {"draft": f"/drafts/{draft.id}"})

    client = app.test_client().sign_in(scene.chief)
    assert client.get(f"/blog/new?draft={draft.id}").status_code == 200
