"""Marked words in hidden places, and everybody else looking for them everywhere."""

import io
import json
import zipfile

import pytest
from flask import url_for
from sqlalchemy import select

from app.core.db import Base, db, writing
from app.core.storage import storage
from app.facts import subjects
from app.feeds.models import Channel
from app.notifications.models import Delivery, Notification
from app.people.models import Person
from tests import hidden
from tests.hidden import GOVERNANCE, HIDDEN, KINDS, MARK, NOT_FOR_ITS_OWNER, survey, word
from tests.scene import ROLES, Scene, words
from tests.walk import TABLE

SHOWN_TO_ITS_OWNER = set(HIDDEN) - NOT_FOR_ITS_OWNER


@pytest.fixture
def scene(app):
    """Everything hidden is the owner's; beside it stands what everybody may see."""
    storage().put("faces/" + "f" * 32, b"a face")
    scene = Scene()
    hidden.hide(scene)
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
    yield from hidden.addresses(scene)
    yield from (f"/search?q={word(place)}" for place in sorted(HIDDEN))
    yield from (f"/ideas/similar?title={word(place)}" for place in sorted(HIDDEN))
    found = (MARK[:5], f"answer&tag={word('withdrawn-tag')}", f"answer&author={scene.owner.id}")
    yield from (f"/search?q={asked}" for asked in found)


def test_every_kind_of_thing_is_walked():
    """Whoever adds one says which of it is hidden, and hides it (`tests.hidden`)."""
    assert {subject.kind for subject in subjects.registered()} == set(KINDS)
    assert {place for place in KINDS.values() if place} <= set(HIDDEN)


# Roles add what one sees one by one: on a second database, no role and the one that sees most are
# enough to see that its statements say the same; and for those two the parts are asked as well.
ON_EACH = {"employee", "governance"}
every_role = pytest.mark.parametrize(
    "role",
    [role if role in ON_EACH else pytest.param(role, marks=pytest.mark.alone) for role in ROLES],
)


@every_role
@pytest.mark.timeout(900)
def test_nobody_else_finds_what_is_hidden(app, scene, role):
    client = app.test_client().sign_in(scene.people[role])
    hidden = {place for place in HIDDEN if role not in HIDDEN[place]}

    is_second = db.engine.dialect.name != "sqlite"  # a part asks nothing that its page does not
    ways = (False, True) if role in ON_EACH and not is_second else (False,)
    for path in list(addresses(scene)):
        for htmx in ways:
            said = everything(client.get(path, htmx=htmx, buffered=True))
            found = {place for place in hidden if word(place) in said}
            assert not found, f"{role} at {path}"


@pytest.mark.alone
@pytest.mark.timeout(900)
def test_its_owner_and_governance_do_find_it(app, scene):
    """Else the walk above would find nothing because there is nothing to be found."""
    paths = list(addresses(scene))
    clients = {who: app.test_client().sign_in(one) for who, one in scene.people.items()}
    for who, expected in {
        "owner": SHOWN_TO_ITS_OWNER,
        "governance": {place for place in HIDDEN if "governance" in HIDDEN[place]},
        "hr": set(survey.HIDDEN) - {"remark-sealed"},
        "admin": {"import-name", "import-line", "pending-address"},
    }.items():
        seen = "".join(everything(clients[who].get(path, buffered=True)) for path in paths)
        assert {place for place in HIDDEN if word(place) in seen} == expected, who


def test_who_left_was_told_and_finds_nothing_of_it(app, scene):
    """Else the walk would find no old notification because nobody ever had one."""
    told = (
        select(Notification.person_id)
        .join(Delivery, Delivery.id == Notification.delivery_id)
        .where(Delivery.subject_kind == "post", Delivery.subject_id == scene.spaces[2].inside[0])
    )
    assert set(db.session.scalars(told)) == {
        one.id for who, one in scene.people.items() if who != "owner"
    }


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
        "post_revisions",
        "reports",
        "drafts",
        "comments",
        "event_occurrences",
        "events",
        "ideas",
        "idea_answer_templates",
        "idea_notes",
        "initiative_changes",
        "initiative_milestones",
        "initiative_updates",
        "initiatives",
        "pictures",
        "sittings",
        "spaces",
        "survey_items",
        "survey_remarks",
        "survey_waves",
        "tags",
        "taggings",
        "thanks",
        "imports",
        "import_notes",
        "address_changes",
        "ambassador_help",
        "ambassador_nominations",
        "text_index",
        "text_index_trigrams",
        "text_index_words",
    }
    told = {}
    for table in Base.metadata.sorted_tables:
        for row in db.session.execute(select(table)):
            if MARK in json.dumps([str(value) for value in row]):
                told.setdefault(table.name, row)
    assert set(told) <= holds
    assert {"posts", "drafts", "comments", "pictures"} <= set(told)


@every_role
def test_nor_does_anybody_by_a_channel_of_their_own(app, scene, role):
    number = scene.people[role].id
    with writing():
        _, token = Channel.open("Reader", by=db.session.get_one(Person, number))
    places = ["all", f"tag/{word('withdrawn-tag')}"]
    places += [f"space/{number}" for number in scene.numbers]
    for place in places:
        said = everything(app.test_client().get(f"/feeds/{token}/{place}.atom"))
        found = {place for place in HIDDEN if role not in HIDDEN[place] and word(place) in said}
        assert not found, f"{role} at {place}"
