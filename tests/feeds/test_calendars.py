"""What a calendar gets behind an address of one's own: as its owner sees it now."""

from datetime import timedelta

import icalendar
import pytest
from sqlalchemy import delete

from app.core import clock
from app.core.backups import prepare_to_open
from app.core.db import db, writing
from app.events.models import Event, Reply
from app.feeds.models import Channel
from app.people.models import Person
from app.spaces.models import Membership
from tests.events.ical import by_ical, by_recurring
from tests.factories import make_person, make_space
from tests.factories.events import answer, answer_series, cancel_event, date_of, make_event
from tests.factories.people import make_unit
from tests.feeds.test_channels import opened

ALL, MINE = "events.ics", "mine.ics"


@pytest.fixture
def path(client, ane):
    path = opened(client.sign_in(ane))
    client.sign_out()
    return path


def read(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, path
    return icalendar.Calendar.from_ical(answer.data).walk("VEVENT")


def titles(client, path):
    return sorted(str(one["SUMMARY"]) for one in read(client, path))


def test_all_there_is_to_come_is_in_it_and_what_was_of_late(client, jon, path):
    # At an hour that every day has: a series that meets the one left out in spring says so apart.
    now = clock.now().replace(hour=10, minute=0, second=0, microsecond=0)
    make_event(jon, title="To come")
    make_event(jon, title="Of late", starts=now - timedelta(days=100))
    make_event(jon, title="Long ago", starts=now - timedelta(days=200))
    make_event(
        jon, title="Began long ago", starts=now - timedelta(days=300), rule="FREQ=WEEKLY;COUNT=60"
    )
    assert titles(client, f"{path}/{ALL}") == ["Began long ago", "Of late", "To come"]
    sent = client.get(f"{path}/{ALL}")
    assert sent.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert sent.headers["Cache-Control"] == "private, no-cache"


def test_two_programs_show_a_series_as_we_do(client, jon, path):
    event = make_event(jon, rule="FREQ=WEEKLY;COUNT=5")
    document = client.get(f"{path}/{ALL}").data
    since, until = clock.now(), clock.now() + timedelta(days=60)
    expected = [one.starts_at for one in db.session.get_one(Event, event.id).occurrences]
    assert [one[0] for one in by_ical(document, since, until)] == expected
    assert [one[0] for one in by_recurring(document, since, until)] == expected


def test_my_calendar_has_what_i_said_yes_or_perhaps_to_or_wait_for(client, ane, jon, path):
    said = {
        "Yes": (Reply.YES, {}),
        "Perhaps": (Reply.MAYBE, {}),
        "No": (Reply.NO, {}),
        "Waits": (Reply.YES, {"capacity": 1}),
        "Asks": (Reply.YES, {"needs_approval": True}),
    }
    for title, (reply, given) in said.items():
        event = make_event(jon, title=title, **given)
        if title == "Waits":
            answer(date_of(event), jon)
        answer(date_of(event), ane, reply)
    make_event(jon, title="Nobody asked me")
    assert titles(client, f"{path}/{MINE}") == ["Asks", "Perhaps", "Waits", "Yes"]


def test_of_a_series_my_calendar_has_the_dates_i_come_to(client, ane, jon, path):
    event = make_event(jon, rule="FREQ=WEEKLY;COUNT=5")
    answer_series(event, ane)
    answer(date_of(event, 2), ane, Reply.NO)
    document = client.get(f"{path}/{MINE}").data
    since, until = clock.now(), clock.now() + timedelta(days=60)
    event = db.session.get_one(Event, event.id)
    expected = [one.starts_at for one in event.occurrences]
    del expected[2]
    assert [one[0] for one in by_recurring(document, since, until)] == expected
    assert [one[0] for one in by_ical(document, since, until)] == expected
    assert {str(one["UID"]) for one in read(client, f"{path}/{MINE}")} == {event.uid}


def test_what_is_off_is_said_to_be_off_under_the_same_name(client, jon, path):
    event = make_event(jon)
    (before,) = read(client, f"{path}/{ALL}")
    cancel_event(event, by=jon)
    (after,) = read(client, f"{path}/{ALL}")
    assert (before["UID"], before["STATUS"]) == (after["UID"], "CONFIRMED")
    assert after["STATUS"] == "CANCELLED" and after["SEQUENCE"] > before["SEQUENCE"]


def test_a_part_of_it(client, jon, path):
    above = make_unit("Above")
    below = make_unit("Below", parent=above)
    aside = make_unit("Aside")
    leire = make_person("Leire", "ambassador", unit=below)
    make_event(jon, title="Growth", category="growth")
    make_event(leire, title="Theirs", category="partners")
    assert titles(client, f"{path}/events/category/growth.ics") == ["Growth"]
    for unit, expected in ((above, ["Theirs"]), (below, ["Theirs"]), (aside, [])):
        assert titles(client, f"{path}/events/unit/{unit.id}.ics") == expected
    for nothing in ("category/nothing", "unit/999999", "space/999999"):
        assert client.get(f"{path}/events/{nothing}.ics").status_code == 404


def test_of_a_space_what_stands_there_and_what_it_is_asked_to(client, jon, path):
    space = make_space(jon)
    make_event(jon, title="There", space=space.id)
    make_event(jon, title="Asked", asked=[space.id])
    make_event(jon, title="Elsewhere")
    assert titles(client, f"{path}/events/space/{space.id}.ics") == ["Asked", "There"]


def test_it_shows_what_its_owner_sees_now_and_nobody_else_s(client, ane, jon, path):
    rosa = make_person("Rosa", "governance")
    others = opened(client.sign_in(rosa))
    client.sign_out()
    spaces = [make_space(jon, visibility=one, members=[ane]) for one in ("members", "hidden")]
    for space in spaces:
        event = make_event(jon, title=f"Secret of {space.id}", space=space.id, category="growth")
        answer(date_of(event), ane)
    secret = sorted(f"Secret of {space.id}" for space in spaces)
    paths = [ALL, MINE, "events/category/growth.ics"]
    for one in paths:
        assert titles(client, f"{path}/{one}") == secret, one
        assert titles(client, f"{others}/{one}") == [], one
    etag = client.get(f"{path}/{ALL}").headers["ETag"]

    with writing():
        db.session.execute(delete(Membership).where(Membership.person_id == ane.id))

    for one in paths:
        assert titles(client, f"{path}/{one}") == [], one
    again = client.get(f"{path}/{ALL}", headers={"If-None-Match": etag})
    assert again.status_code == 200
    for space in spaces:
        assert client.get(f"{path}/events/space/{space.id}.ics").status_code == 404


def test_what_whoever_keeps_order_hid_is_in_no_calendar(client, ane, path):
    event = make_event(ane)
    answer(date_of(event), ane)
    with writing():
        db.session.get_one(Event, event.id).hide(by=None)
    assert titles(client, f"{path}/{ALL}") == titles(client, f"{path}/{MINE}") == []


@pytest.mark.parametrize("one", [ALL, MINE])
def test_nothing_new_is_not_sent_again_and_hardly_looked_for(client, ane, jon, path, one, queries):
    answer(date_of(make_event(jon)), ane)
    first = client.get(f"{path}/{one}")
    kept = {"If-None-Match": first.headers["ETag"]}
    queries.clear()
    again = client.get(f"{path}/{one}", headers=kept)
    assert (again.status_code, again.data) == (304, b"")
    assert not [asked for asked in queries if "events" in asked]

    make_person("Somebody who came")  # something was decided, and nothing that is shown here
    again = client.get(f"{path}/{one}", headers=kept)
    assert again.status_code == 304
    renewed = {"If-None-Match": again.headers["ETag"]}
    assert client.get(f"{path}/{one}", headers=renewed).status_code == 304

    cancel_event(make_event(jon, title="Another"), by=jon)
    changed = client.get(f"{path}/{ALL}", headers=kept)
    assert changed.status_code == 200 and b"Another" in changed.data


def test_nothing_new_is_known_though_it_was_packed_on_the_way(client, jon, path):
    make_event(jon)
    packed = client.get(f"{path}/{ALL}", headers={"Accept-Encoding": "gzip"})
    for etag in (packed.headers["ETag"], f"W/{packed.headers['ETag']}"):
        asked = {"If-None-Match": etag, "Accept-Encoding": "gzip"}
        assert client.get(f"{path}/{ALL}", headers=asked).status_code == 304


@pytest.mark.parametrize("one", [ALL, MINE])
def test_it_asks_as_little_for_forty_as_for_one(client, ane, jon, path, one, queries):
    def asked():
        db.session.expire_all()
        queries.clear()
        client.get(f"{path}/{one}")
        return len(queries)

    answer(date_of(make_event(jon)), ane)
    asked()
    alone = asked()
    for n in range(20):
        author = make_person(f"Author {n}", "ambassador")
        answer(date_of(make_event(author)), ane)
        answer_series(make_event(author, rule="FREQ=WEEKLY;COUNT=3"), ane)
    assert asked() == alone <= 10


def test_it_writes_that_it_was_read_once_a_day(client, path, queries):
    client.get(f"{path}/{ALL}")
    assert db.session.scalar(db.select(Channel.used_on)) == clock.now().date()
    queries.clear()
    client.get(f"{path}/{ALL}")
    assert not [one for one in queries if one.startswith(("UPDATE", "INSERT"))]


def test_a_closed_channel_a_closed_account_and_a_restored_house_have_no_calendar(client, ane, path):
    others = opened(client.sign_in(ane))
    number = db.session.scalar(db.select(db.func.max(Channel.id)))
    assert client.delete(f"/feeds/{number}").status_code == 303
    client.sign_out()
    assert client.get(f"{others}/{ALL}").status_code == 404
    assert client.get(f"{path}/{ALL}").status_code == 200
    with writing():
        db.session.get_one(Person, ane.id).disabled_at = clock.now()
    assert client.get(f"{path}/{ALL}").status_code == 404
    with writing():
        db.session.get_one(Person, ane.id).disabled_at = None
        prepare_to_open()
    assert client.get(f"{path}/{MINE}").status_code == 404


def test_the_host_that_is_asked_for_is_in_no_link_and_nobody_s_address_is(client, jon, path):
    make_event(jon, text="[x](/blog)")
    sent = client.get(f"{path}/{ALL}", headers={"Host": "evil.test"}).text
    assert "evil.test" not in sent and "@example.com" not in sent


def test_it_speaks_its_owner_s_language(client, jon):
    maren = make_person("Maren", language="eu")
    path = opened(client.sign_in(maren))
    named = icalendar.Calendar.from_ical(client.get(f"{path}/{ALL}").data)["NAME"]
    assert named.params["LANGUAGE"] == "eu"


def test_the_page_says_where_it_is_once_and_how_one_subscribes(client, ane):
    unit, space = make_unit("Claims"), make_space(ane, name="Reading circle")
    leire = make_person("Leire", unit=unit)
    page = client.sign_in(leire).post("/feeds", data={"name": "Phone"}).text
    assert page.count('href="webcal://wowista.test/feeds/') == 2
    for end in ("mine.ics", "events.ics", f"unit/{unit.id}.ics", f"space/{space.id}.ics"):
        assert end in page
    assert "category/growth.ics" in page
    assert ".ics" not in client.get("/feeds").text
    assert "/feeds" in client.get("/events").text
