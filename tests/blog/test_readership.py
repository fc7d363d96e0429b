"""About how many read a post: counted without a write per view, and without naming anybody."""

import random
from datetime import datetime, timedelta

import pytest

from app.blog import readership
from app.blog.models import DayOfReaders, Readers
from app.core import clock, sketch
from app.core.db import db
from app.core.storage import storage
from tests.factories import make_post

NOON = datetime(2031, 5, 5, 12)


@pytest.fixture(autouse=True)
def nothing_seen(app):
    readership._seen.clear()
    yield
    readership._seen.clear()


def see(post, people):
    for number in people:
        readership.saw(post.id, number)


@pytest.mark.parametrize("many", [5, 40, 340, 5_000, 60_000])
def test_the_estimate_is_near(many):
    """Three standard errors of 3.25 %."""
    chance, registers = random.Random(many), {}
    for _ in range(many):
        register, rank = sketch.place(chance.getrandbits(64))
        registers[register] = max(registers.get(register, 0), rank)

    found = sketch.estimate(sketch.merged(sketch.EMPTY, registers))
    assert abs(found - many) <= max(1, 0.0975 * many)


def test_whoever_comes_again_on_the_same_day_counts_once(app, ane):
    post = make_post(ane)
    for _ in range(3):
        see(post, range(1, 31))
        readership.flush()

    assert 25 <= readership.about(post.id) <= 32


def test_several_processes_add_up_to_the_people_there_were(app, ane):
    """Each has its own memory, and all have the key of the day."""
    post = make_post(ane)
    see(post, range(1, 41))
    readership.flush()
    readership._keys.clear()  # as in another process
    see(post, range(21, 61))
    readership.flush()

    assert 55 <= readership.about(post.id) <= 65


def test_of_a_day_that_is_over_only_the_sum_stays(app, ane):
    post = make_post(ane)
    with clock.at(NOON):
        see(post, range(1, 31))
        readership.flush()
        assert storage().exists("reader-keys/2031-05-05")
    with clock.at(NOON + timedelta(days=1)):
        readership.close_days()
        readership.close_days()

    assert db.session.scalars(db.select(DayOfReaders)).all() == []
    # A reader is missed for each two of one place: six of them, once in a million keys.
    assert 25 <= db.session.get_one(Readers, post.id).times <= 32
    assert not storage().exists("reader-keys/2031-05-05")


def test_no_backup_takes_the_key_along(app, ane):
    see(make_post(ane), [1])

    assert not [key for key in storage().all_keys() if "reader" in key]


def test_the_same_reader_leaves_another_trace_on_every_day_and_post(app, ane):
    """So that nobody can follow them from one to the next."""
    first, second = make_post(ane), make_post(ane)
    traces = set()
    for day in range(4):
        with clock.at(NOON + timedelta(days=10 + day)):
            for post in (first, second):
                readership._seen.clear()
                see(post, [7])
                traces.add(tuple(*readership._seen.values()))

    assert len(traces) >= 7  # of 8, of 1,024 places


def test_a_view_writes_nothing(client, ane, jon, queries):
    post = make_post(ane)
    number = post.id
    client.sign_in(jon).get(f"/blog/{number}")
    queries.clear()
    client.get(f"/blog/{number}")

    assert [one for one in queries if not one.startswith(("SELECT", "WITH"))] == [] and len(
        queries
    ) <= 8
    assert list(readership._seen) == [(clock.now().date(), number)]


def test_its_authors_are_told_a_round_number_and_never_a_small_one(client, ane, jon):
    post = make_post(ane)
    see(post, range(1, 4))
    readership.flush()
    client.sign_in(ane)
    assert "Fewer than five readings" in client.get(f"/blog/{post.id}").text

    see(post, range(1, 341))
    readership.flush()
    page = client.get(f"/blog/{post.id}").text
    assert "each person counts once a day" in page
    assert readership.about(post.id) % 10 == 0
    assert "each person counts once a day" not in client.sign_in(jon).get(f"/blog/{post.id}").text


def test_authors_do_not_count_themselves(client, ane):
    post = make_post(ane)
    client.sign_in(ane).get(f"/blog/{post.id}")

    assert not readership._seen


def test_what_is_about_the_same_is_shown_as_far_as_one_sees(client, ane, jon):
    from tests.factories import make_space

    space = make_space(ane, visibility="hidden")
    post = make_post(ane, title="The phone", tags=["phone", "waiting"])
    make_post(ane, title="Both of them", tags=["phone", "waiting"])
    make_post(ane, title="One of them", tags=["waiting"])
    make_post(ane, title="Zirimiri", tags=["phone", "waiting"], space=space)
    make_post(ane, title="Neither", tags=["paper"])
    make_post(ane, title="Later", tags=["phone"], due=clock.now() + timedelta(days=1))

    def about(person):
        page = client.sign_in(person).get(f"/blog/{post.id}").text
        return page[page.index('id="post-related"') :].split("</section>")[0]

    hers, his = about(ane), about(jon)
    assert "Zirimiri" in hers and "Zirimiri" not in his
    assert his.index("Both of them") < his.index("One of them")
    assert "Neither" not in his and "Later" not in his + hers
