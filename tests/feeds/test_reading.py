"""What a feed reader gets: valid by a parser that is not ours, and only what its owner sees."""

import xml.etree.ElementTree as ET
from datetime import timedelta

import feedparser
import pytest
from sqlalchemy import delete

from app.core import clock
from app.core.backups import prepare_to_open
from app.core.db import db, writing
from app.feeds.models import Channel
from app.people.models import Person
from app.spaces.models import Membership
from tests.factories import make_person, make_post, make_space, withdraw
from tests.feeds.test_channels import opened
from tests.naughty import NAUGHTY

ATOM = "{http://www.w3.org/2005/Atom}"
XML = "{http://www.w3.org/XML/1998/namespace}"


@pytest.fixture
def path(client, ane):
    path = opened(client.sign_in(ane))
    client.sign_out()
    return path


def read(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, path
    headers = {name.lower(): value for name, value in answer.headers}
    parsed = feedparser.parse(answer.data, response_headers=headers)
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    follows_the_rfc(answer.data)
    return parsed


def follows_the_rfc(document):
    """RFC 4287, 4.1.1 and 4.1.2: what there must be, and how often."""
    feed = ET.fromstring(document)
    assert feed.tag == f"{ATOM}feed"
    for one in (feed, *feed.findall(f"{ATOM}entry")):
        for must in ("id", "title", "updated"):
            assert len(one.findall(ATOM + must)) == 1, must
        assert len(one.findall(f"{ATOM}published")) <= 1 and len(one.findall(f"{ATOM}content")) <= 1
        assert one.find(f"{ATOM}id").text.startswith("tag:wowista.test,2026:")
        links = [link.attrib for link in one.findall(f"{ATOM}link")]
        assert [link["rel"] for link in links].count("alternate") == 1
        assert all(link["href"].startswith("https://wowista.test/") for link in links)
        assert one.get(f"{XML}lang")
        for when in ("updated", "published"):
            for stamp in one.findall(ATOM + when):
                assert stamp.text.endswith(("Z", "+00:00"))
    assert any(link.get("rel") == "self" for link in feed.findall(f"{ATOM}link"))
    ids = [one.find(f"{ATOM}id").text for one in feed.findall(f"{ATOM}entry")]
    assert len(ids) == len(set(ids))


def test_a_feed_is_read_by_a_program_as_the_blog_is_by_people(client, ane, jon, path):
    at = clock.now().replace(microsecond=0) - timedelta(days=1)
    text = "See [the list](/blog) and **this**.\n\n<script>alert(1)</script>"
    old = make_post(jon, title="Older", published_at=at)
    post = make_post(jon, title="A <b>title</b> & more", text=text)

    parsed = read(client, f"{path}/all.atom")

    assert [entry.link for entry in parsed.entries] == [
        f"https://wowista.test/blog/{one.id}" for one in (post, old)
    ]
    entry = parsed.entries[0]
    assert entry.author == "Jon"
    content = entry.content[0].value
    assert 'href="https://wowista.test/blog"' in content and "<strong>this</strong>" in content
    assert "<script" not in client.get(f"{path}/all.atom").text
    assert parsed.entries[1].published_parsed[:6] == at.timetuple()[:6]


def test_a_feed_of_nothing_is_a_feed(client, path):
    assert read(client, f"{path}/all.atom").entries == []


def test_an_edited_post_is_updated_and_published_as_before(client, ane, path):
    at = clock.now().replace(microsecond=0)
    make_post(ane, published_at=at - timedelta(days=3), edited_at=at - timedelta(days=1))
    entry = read(client, f"{path}/all.atom").entries[0]
    assert entry.published_parsed[:6] == (at - timedelta(days=3)).timetuple()[:6]
    assert entry.updated_parsed[:6] == (at - timedelta(days=1)).timetuple()[:6]


@pytest.mark.parametrize("words", NAUGHTY, ids=range(len(NAUGHTY)))
def test_whatever_people_write_is_xml(client, ane, path, words):
    make_post(ane, title=words[:160] or "x", text=f"x\x01\x0b\x1f {words}")
    assert len(read(client, f"{path}/all.atom").entries) == 1


def test_nothing_new_is_not_sent_again(client, ane, path):
    make_post(ane)
    first = client.get(f"{path}/all.atom")
    for header in ("ETag", "Last-Modified"):
        asked = {"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"}[header]
        again = client.get(f"{path}/all.atom", headers={asked: first.headers[header]})
        assert (again.status_code, again.data) == (304, b"")
    make_post(ane, title="Another")
    etag = {"If-None-Match": first.headers["ETag"]}
    assert client.get(f"{path}/all.atom", headers=etag).status_code == 200
    assert first.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert first.headers["Cache-Control"] == "private, no-cache"


def test_the_host_that_is_asked_for_is_in_no_link(client, ane, path):
    make_post(ane, text="[x](/blog)")
    answer = client.get(f"{path}/all.atom", headers={"Host": "evil.test"})
    assert "evil.test" not in answer.text


def test_a_feed_shows_what_its_owner_sees_now(client, ane, jon, path):
    space = make_space(jon, visibility="hidden", members=[ane])
    secret = make_post(jon, title="A secret", space=space, tags=["whisper"])
    gone = make_post(jon, title="Withdrawn")
    withdraw(gone, jon)
    paths = [f"{path}/all.atom", f"{path}/space/{space.id}.atom", f"{path}/tag/whisper.atom"]
    for one in paths:
        titles = [entry.title for entry in read(client, one).entries]
        assert titles == ["A secret"], one
    etag = client.get(paths[0]).headers["ETag"]

    with writing():
        db.session.execute(delete(Membership).where(Membership.person_id == ane.id))

    assert read(client, paths[0]).entries == []
    assert client.get(paths[0], headers={"If-None-Match": etag}).status_code == 200
    for one in paths[1:]:
        assert client.get(one).status_code == 404, one
    assert "whisper" not in client.get(paths[0]).text and secret.id


def test_who_is_no_member_has_no_feed_of_a_shut_space(client, ane, jon, path):
    for visibility, expected in (("public", 200), ("members", 404), ("hidden", 404)):
        space = make_space(jon, visibility=visibility)
        assert client.get(f"{path}/space/{space.id}.atom").status_code == expected, visibility


def test_a_closed_account_reads_no_more(client, ane, path):
    with writing():
        db.session.get_one(Person, ane.id).disabled_at = clock.now()
    assert client.get(f"{path}/all.atom").status_code == 404


def test_a_restored_house_knows_no_channel(client, ane, path):
    with writing():
        prepare_to_open()
    assert client.get(f"{path}/all.atom").status_code == 404


def test_reading_often_writes_once_a_day(client, ane, path, queries):
    client.get(f"{path}/all.atom")
    assert db.session.scalar(db.select(Channel.used_on)) == clock.now().date()
    queries.clear()
    client.get(f"{path}/all.atom")
    assert not [one for one in queries if one.startswith(("UPDATE", "INSERT"))]
    assert len(queries) <= 8


def test_a_feed_asks_as_little_for_thirty_as_for_one(client, ane, path, queries):
    def asked():
        queries.clear()
        client.get(f"{path}/all.atom")
        return len(queries)

    make_post(ane)
    asked()
    one = asked()
    for n in range(32):
        make_post(ane, title=f"Post {n}")
    assert asked() == one
    assert len(read(client, f"{path}/all.atom").entries) == 30


def test_everybody_reads_in_their_language(client):
    maren = make_person("Maren", language="eu")
    path = opened(client.sign_in(maren))
    assert read(client, f"{path}/all.atom").feed.language == "eu"
