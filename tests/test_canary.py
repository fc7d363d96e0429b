"""Marked words in hidden places, and everybody else looking for them everywhere."""

import io
import json
import zipfile

import pytest
from flask import url_for
from sqlalchemy import select

from app.core.db import Base, db, writing
from app.core.storage import storage
from app.imports.models import Found, Import, Line, Outcome
from app.people import sessions
from app.people.models import AddressChange, Person
from tests.factories import (
    make_comment,
    make_draft,
    make_picture,
    make_post,
    remove_comment,
    withdraw,
)
from tests.scene import ROLES, Scene, words
from tests.walk import TABLE

MARK = "zirimiri"  # in every hidden word, and nowhere else in the house

NOBODY, GOVERNANCE = frozenset(), frozenset({"governance"})
HIDDEN = {  # where, and who else may find it
    "draft-title": NOBODY,
    "draft-text": NOBODY,
    "draft-of-an-edit": NOBODY,
    "withdrawn-title": GOVERNANCE,
    "withdrawn-text": GOVERNANCE,
    "withdrawn-tag": GOVERNANCE,
    "withdrawn-cover": GOVERNANCE,
    "comment-on-withdrawn": GOVERNANCE,
    "removed-comment": NOBODY,
    "unused-picture": NOBODY,
    "import-name": frozenset({"admin"}),
    "import-line": frozenset({"admin"}),
    "pending-address": frozenset({"admin"}),
    "token": NOBODY,
}
SHOWN_TO_ITS_OWNER = set(HIDDEN) - {"removed-comment", "unused-picture", "token"}


def word(place):
    return f"{MARK}{place.replace('-', '')}"


@pytest.fixture
def scene(app):
    """Everything hidden is the owner's; beside it stands what everybody may see."""
    storage().put("faces/" + "f" * 32, b"a face")
    scene = Scene()
    owner = scene.owner
    open_post = make_post(owner, title="Everybody reads this")
    begun = make_draft(owner, title=word("draft-title"), text=word("draft-text"))
    edited = make_draft(owner, about=open_post.id, text=word("draft-of-an-edit"))

    hidden = make_post(
        owner,
        title=word("withdrawn-title"),
        text=word("withdrawn-text"),
        tags=[word("withdrawn-tag")],
        cover=make_picture(owner, alt=word("withdrawn-cover")),
    )
    said = make_comment(word("comment-on-withdrawn"), on=hidden, by=owner)
    withdraw(hidden, owner)

    removed = make_comment(word("removed-comment"), on=open_post, by=owner)
    make_comment("An answer that stays", on=open_post, by=scene.chief, answering=removed)
    remove_comment(removed, on=open_post, by=owner)
    make_picture(owner, alt=word("unused-picture"))
    number = owner.id
    with writing():
        line = Line(place=word("import-line"), outcome=Outcome.REFUSED, title=word("import-line"))
        brought = Import.read(
            "blog", word("import-name"), Found.of([line]), by=db.session.get_one(Person, number)
        )

        mover = db.session.get_one(Person, number)
        address = f"{word('pending-address')}@example.com"
        AddressChange.ask(mover, address, by=mover, asks_old=True)
        mover.offer_reset(by=None).seal(sessions.digest(word("token")))

    scene.open, scene.drafts = open_post.id, {begun.id, edited.id}
    scene.numbers = {hidden.id, open_post.id, said.id, removed.id, brought.id, number}
    scene.numbers |= scene.drafts
    return scene


def everything(answer):
    """Words and headers of an answer, and of every file in it; less what one asked for oneself."""
    said = [answer.data]
    if answer.mimetype == "application/zip":
        with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
            said = [
                part for name in archive.namelist() for part in (name.encode(), archive.read(name))
            ]
    asked = answer.request.query_string.decode().rpartition("=")[2]
    found = b" ".join(said).decode("utf-8", "replace") + str(answer.headers)
    return found.replace(asked, "") if asked.startswith(MARK) else found


def addresses(scene):
    """Every page there is, at every number there may be, and the ways a list is narrowed."""
    doors = {row.endpoint for row in TABLE if row.method == "GET" and row.endpoint != "static"}
    for endpoint in sorted(doors):
        thing = next(row.thing for row in TABLE if row.endpoint == endpoint)
        address = scene.address(thing)
        for number in scene.numbers if "number" in address else [None]:
            yield url_for(endpoint, **address | ({"number": number} if number else {}))
    tag, owner = word("withdrawn-tag"), scene.owner.id
    yield from (f"/blog?tag={tag}", f"/blog?author={owner}", f"/people?q={MARK[:3]}")
    yield from (f"/blog/new?draft={number}" for number in scene.drafts)
    yield from (f"/blog/{scene.open}/edit?draft={number}" for number in scene.drafts)


@pytest.mark.parametrize("role", ROLES)
def test_nobody_else_finds_what_is_hidden(app, scene, role):
    client = app.test_client().sign_in(scene.people[role])
    hidden = {place for place in HIDDEN if role not in HIDDEN[place]}

    for path in list(addresses(scene)):
        for htmx in (False, True):
            said = everything(client.get(path, htmx=htmx, buffered=True))
            found = {place for place in hidden if word(place) in said}
            assert not found, f"{role} at {path}"


def test_its_owner_and_governance_do_find_it(app, scene):
    """Else the walk above would find nothing because there is nothing to be found."""
    paths = list(addresses(scene))
    clients = {who: app.test_client().sign_in(one) for who, one in scene.people.items()}
    for who, expected in {
        "owner": SHOWN_TO_ITS_OWNER,
        "governance": {place for place in HIDDEN if "governance" in HIDDEN[place]},
        "admin": {"import-name", "import-line", "pending-address"},
    }.items():
        seen = "".join(everything(clients[who].get(path, buffered=True)) for path in paths)
        assert {place for place in HIDDEN if word(place) in seen} == expected, who


@pytest.mark.parametrize("role", sorted(set(ROLES) - GOVERNANCE))
def test_a_hidden_tag_leads_to_what_no_tag_leads_to(app, scene, role):
    """What one asked for oneself comes back in the page, and nothing else of it."""
    client = app.test_client().sign_in(scene.people[role])
    hidden, absent = word("withdrawn-tag"), "neverwritten"

    found, nothing = client.get(f"/blog?tag={hidden}"), client.get(f"/blog?tag={absent}")

    assert words(found).replace(hidden, absent) == words(nothing)


def test_what_is_told_points_at_things_and_copies_no_words(app, scene):
    """Lines, deliveries and keys of forms hold numbers; words stay where they are."""
    holds = {  # words
        "posts",
        "drafts",
        "comments",
        "pictures",
        "tags",
        "taggings",
        "imports",
        "import_notes",
        "address_changes",
    }
    told = {}
    for table in Base.metadata.sorted_tables:
        for row in db.session.execute(select(table)):
            if MARK in json.dumps([str(value) for value in row]):
                told.setdefault(table.name, row)
    assert set(told) <= holds
    assert {"posts", "drafts", "comments", "pictures"} <= set(told)
