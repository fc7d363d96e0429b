"""Every door of the house, tried by everybody: what opens, what does not, and what is said."""

import pytest
from flask import url_for

from app.core.access import is_public
from app.core.db import db
from app.core.headers import HEADERS
from app.core.storage import storage
from tests.factories import make_picture, make_post, withdraw
from tests.scene import Scene, elsewhere, upload, words
from tests.walk import EVERYBODY, FACES, PICTURES, PUBLIC, READING, TABLE

every_row = pytest.mark.parametrize("row", TABLE, ids=str)


@pytest.fixture
def scene(app):
    storage().put("faces/" + "f" * 32, b"a face")
    return Scene()


def visit(app, scene, row, who, *, htmx=False, address=None):
    """Try a door. Where one only looks, the thing behind it is the same for all who come."""
    client = app.test_client()
    if who != "stranger":
        client.sign_in(scene.people[who])
    sent = {name: upload() if value == "file" else value for name, value in row.send.items()}
    if row.endpoint == "people.sign_in.create":
        sent["email"] = scene.owner.email
    if row.endpoint == "people.forgotten.create":
        sent["email"] = f"{who}@example.com"  # each of them asks for their own
    if address is None:
        address = scene.address(row.thing, anew=row.method != "GET")
    return client.open(
        url_for(row.endpoint, **address),
        method=row.method,
        data=sent or None,
        htmx=htmx,
        buffered=True,
    )


def test_the_table_has_every_door_and_no_other(app):
    doors = {
        f"{method} {rule.endpoint}"
        for rule in app.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }
    assert {row.door for row in TABLE} == doors


def test_only_these_doors_are_open_to_strangers(app):
    assert {name for name in app.view_functions if is_public(name)} == PUBLIC


def test_only_these_pages_may_be_kept(app):
    marked = {name for name, view in app.view_functions.items() if hasattr(view, "is_reading")}
    assert marked == READING


@every_row
def test_everybody_is_answered_what_the_table_says(app, row, scene):
    """For a part, and on the second database, one of each answer says what there is to say: who
    may what is decided in one place, and so is what a part is.
    """
    is_second = db.engine.dialect.name != "sqlite"
    for htmx in (False,) if is_second else (False, True):
        scene = Scene() if htmx and row.method != "GET" else scene
        come = one_of_each(row, htmx) if htmx or is_second else EVERYBODY
        answers = {who: visit(app, scene, row, who, htmx=htmx) for who in come}

        said = {who: answer.status_code for who, answer in answers.items()}
        assert said == {who: row.expected(who, htmx=htmx) for who in come}, f"{htmx=}"
        for who, answer in answers.items():
            assert_protected(answer, row)
            assert_kept_rightly(answer, row, who)


def one_of_each(row, htmx):
    """A stranger, and somebody for each answer that is given."""
    answers = {row.expected(who, htmx=htmx): who for who in reversed(EVERYBODY[1:])}
    return [who for who in EVERYBODY if who == "stranger" or who in answers.values()]


@pytest.mark.alone
@pytest.mark.parametrize("row", [row for row in TABLE if "404" in row.page], ids=str)
def test_not_yours_is_not_there(app, row, scene):
    """A hidden thing and one that never was are answered alike, to the letter."""
    address = scene.address(row.thing)
    for who in EVERYBODY:
        if row.expected(who, htmx=False) == 404:
            hidden = visit(app, scene, row, who, address=address)
            absent = visit(app, scene, row, who, address=elsewhere(address))

            assert (hidden.status_code, absent.status_code) == (404, 404)
            assert words(hidden) == words(absent), who


def test_strangers_learn_nothing_from_what_is_not_there(app):
    client = app.test_client()
    for path in ("/blog/2147483646", "/nowhere", "/blog/x"):
        answer = client.get(path)
        assert (answer.status_code, answer.location.split("?")[0]) == (303, "/sign-in"), path
        assert client.get(path, htmx=True).status_code == 401
        for method in ("POST", "PUT", "PATCH", "DELETE", "OPTIONS"):
            assert client.open(path, method=method).status_code == 401, f"{method} {path}"
        assert client.post(f"{path}?_method=DELETE").status_code == 401


def test_strangers_are_sent_back_to_where_they_wanted_to_go(app, scene):
    for row in TABLE:
        if row.endpoint in PUBLIC:
            continue
        if row.method == "GET" and row.expected("stranger", htmx=False) == 303:
            path = url_for(row.endpoint, **scene.address(row.thing))
            answer = app.test_client().get(path)
            assert answer.location == url_for("people.sign_in.new", next=path)


@pytest.mark.alone
@pytest.mark.parametrize(
    "row", [row for row in TABLE if row.endpoint in READING | PICTURES], ids=str
)
def test_what_has_not_changed_is_not_sent_again(app, row, scene):
    """And what has changed, or is asked for by somebody else, is never taken for unchanged."""
    if row.expected("employee", htmx=False) != 200:
        return
    path, etag, client = kept(app, row, scene)

    same = client.get(path, headers={"If-None-Match": etag})
    assert (same.status_code, same.data, same.headers["ETag"]) == (304, b"", etag)
    assert_protected(same, row)
    assert same.headers["Cache-Control"] == "private, no-cache"

    client.sign_out()
    assert client.get(path, headers={"If-None-Match": etag}).status_code == 303


CHANGES = {
    "a write": lambda scene, client: make_post(scene.chief),
    "another person": lambda scene, client: client.sign_in(scene.people["hr"]),
    "another sign-in": lambda scene, client: client.sign_in(scene.people["employee"]),
    "another language": lambda scene, client: client.put("/language", data={"language": "eu"}),
    "another theme": lambda scene, client: client.put("/theme", data={"theme": "dark"}),
}


@pytest.mark.alone
@pytest.mark.parametrize("change", CHANGES)
def test_a_kept_page_is_sent_anew_after(app, scene, change):
    for row in TABLE:
        if row.endpoint not in READING or row.expected("employee", htmx=False) != 200:
            continue
        if change == "another person" and row.expected("hr", htmx=False) != 200:
            continue  # who gets another answer altogether
        path, etag, client = kept(app, row, scene)
        CHANGES[change](scene, client)

        answer = client.get(path, headers={"If-None-Match": etag})

        assert answer.status_code == 200 and answer.headers["ETag"] != etag, row.door


def test_a_page_and_its_part_are_not_taken_for_one_another(app, scene):
    for row in TABLE:
        if row.endpoint not in READING or row.expected("employee", htmx=False) != 200:
            continue
        path, etag, client = kept(app, row, scene)
        assert client.get(path, htmx=True, headers={"If-None-Match": etag}).status_code == 200


def test_a_kept_picture_is_gone_with_what_showed_it(app, scene):
    cover = make_picture(scene.owner)
    post = make_post(scene.owner, cover=cover)
    path = url_for("attachments.pictures.show", key=cover.key)
    client = app.test_client().sign_in(scene.people["employee"])
    etag = client.get(path).headers["ETag"]

    withdraw(post, scene.owner)

    assert client.get(path, headers={"If-None-Match": etag}).status_code == 404


def kept(app, row, scene):
    """An employee has the page: its path, its ETag, and their browser."""
    client = app.test_client().sign_in(scene.people["employee"])
    path = url_for(row.endpoint, **scene.address(row.thing))
    return path, client.get(path).headers["ETag"], client


def assert_protected(answer, row):
    for name, value in HEADERS.items():
        if name == "Content-Security-Policy" and row.endpoint in PICTURES | FACES:
            assert answer.headers[name] in (value, "default-src 'none'; sandbox")
        else:
            assert answer.headers[name] == value, name
    assert {"Cookie", "HX-Request"} <= set(answer.vary)


def assert_kept_rightly(answer, row, who):
    """By nobody; or by its reader's own browser, which asks each time."""
    control, etag = answer.headers["Cache-Control"], answer.headers.get("ETag")
    if row.endpoint == "static":
        assert control == "no-cache"  # the same for everybody
    elif answer.status_code == 200 and row.endpoint in READING | PICTURES and who != "stranger":
        assert (control, bool(etag)) == ("private, no-cache", True)
    elif answer.status_code == 200 and row.endpoint in FACES:
        assert control == "private, max-age=31536000, immutable"
    else:
        assert (control, etag) == ("no-store", None)
