"""Guessing is slow, and an office still gets in."""

import time
from datetime import datetime, timedelta

import pytest
from structlog.testing import CapturingLogger

from app.core import clock, slots
from app.core.db import aside, db
from app.people import throttle
from app.people.models import Failure
from tests.factories import PASSWORD
from tests.people import enter

MONDAY = datetime(2026, 3, 2, 9, 0)
NOBODY = "nobody@example.com"


def fail(client, email, times):
    return [
        client.post("/sign-in", data={"email": email, "password": "a wrong password"}).status_code
        for _ in range(times)
    ]


def test_ten_failures_shut_an_account_whether_it_exists_or_not(client, ane):
    with clock.at(MONDAY):
        known = fail(client, ane.email, 11)
        unknown = fail(client, NOBODY, 11)
        shut = enter(client, ane, PASSWORD)

    assert known == unknown == [422] * 10 + [429]
    assert shut.status_code == 429 and "Wait five minutes" in shut.text


def test_a_shut_account_is_a_line_in_the_log_without_its_address(client, ane, monkeypatch):
    lines = CapturingLogger()
    monkeypatch.setattr(throttle, "log", lines)
    with clock.at(MONDAY):
        fail(client, ane.email, 11)
        fail(client, NOBODY, 11)

    known, unknown = (call.kwargs["account"] for call in lines.calls)
    assert known != unknown and len(known) == len(unknown) == 12
    assert ane.email not in repr(lines.calls) and NOBODY not in repr(lines.calls)


def test_the_account_opens_again_after_five_minutes(client, ane):
    with clock.at(MONDAY):
        fail(client, ane.email, 10)
    with clock.at(MONDAY + timedelta(minutes=4, seconds=59)):
        assert enter(client, ane, PASSWORD).status_code == 429
    with clock.at(MONDAY + timedelta(minutes=5, seconds=1)):
        assert enter(client, ane, PASSWORD).status_code == 303


def test_being_shut_is_not_a_failure_so_it_does_not_last_for_ever(client, ane):
    with clock.at(MONDAY):
        fail(client, ane.email, 10)
    with clock.at(MONDAY + timedelta(minutes=4)):
        fail(client, ane.email, 5)
    with clock.at(MONDAY + timedelta(minutes=5, seconds=1)):
        assert enter(client, ane, PASSWORD).status_code == 303


def test_one_account_shut_leaves_the_others_open(client, ane, jon):
    fail(client, ane.email, 10)

    assert enter(client, jon, PASSWORD).status_code == 303


def test_another_spelling_is_the_same_account(client, ane):
    fail(client, ane.email.upper(), 5)
    fail(client, f" {ane.email} ", 5)

    assert enter(client, ane, PASSWORD).status_code == 429


def test_successes_are_not_counted(client, ane):
    for _ in range(12):
        assert enter(client, ane, PASSWORD).status_code == 303
        client.sign_out()

    assert db.session.query(Failure).count() == 0


def test_a_failure_stays_counted_though_its_request_broke(client, ane):
    def break_down():
        raise RuntimeError("this page cannot be drawn")

    slots.fill("sign_in.foot", break_down)
    try:
        assert fail(client, ane.email, 1) == [500]
    finally:
        slots._filled["sign_in.foot"].remove(break_down)

    assert db.session.query(Failure).count() == 1


def test_what_is_kept_of_a_failure_says_neither_who_nor_where(client, ane):
    fail(client, ane.email, 1)

    kept = db.session.query(Failure.account, Failure.address).one()

    assert ane.email not in kept and "127.0.0.1" not in kept


def test_failures_are_forgotten_after_their_window(client, ane):
    with clock.at(MONDAY):
        fail(client, ane.email, 3)
    with clock.at(MONDAY + timedelta(minutes=6)):
        fail(client, NOBODY, 1)

    assert db.session.query(Failure).count() == 1


@pytest.fixture
def crowd(app):
    """Two hundred failures of two hundred accounts from where the tests come from."""
    with aside() as connection:
        here = throttle.fingerprint(throttle.network("127.0.0.1"))
        rows = [{"account": f"{n:064}", "address": here} for n in range(throttle.PER_ADDRESS)]
        connection.execute(Failure.__table__.insert(), rows)


def test_a_busy_address_waits_but_is_let_in(client, ane, crowd, monkeypatch):
    monkeypatch.setattr(throttle, "DELAY", 0.4)
    began = time.monotonic()

    answer = enter(client, ane, PASSWORD)

    assert answer.status_code == 303
    assert time.monotonic() - began >= 0.4


def test_waiting_holds_no_connection(client, ane, crowd, monkeypatch):
    held = []
    monkeypatch.setattr(throttle, "DELAY", 0)
    monkeypatch.setattr(
        throttle.time, "sleep", lambda seconds: held.append(db.session().in_transaction())
    )

    enter(client, ane, PASSWORD)

    assert held == [False]


@pytest.mark.parametrize(
    "address, network",
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::"),
        ("2001:db8:1:2:bbbb::9", "2001:db8:1:2::"),
        ("", ""),
        ("a socket", "a socket"),
    ],
)
def test_a_household_is_one_address(address, network):
    assert throttle.network(address) == network
