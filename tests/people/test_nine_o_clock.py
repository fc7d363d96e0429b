"""Everybody signs in at once: few passwords are looked at together, and whoever is in reads on."""

import os
import sys
import threading

import pytest

from app.people import passwords
from app.people.passwords import Crowded, Turnstile


def wait_at(turnstile, inside, leave, refused):
    try:
        with turnstile.turn():
            inside.release()
            leave.wait(10)
    except Crowded:
        refused.append(True)


def test_no_more_than_so_many_have_their_turn_at_once():
    turnstile, inside, leave, refused = (
        Turnstile(2, 1),
        threading.Semaphore(0),
        threading.Event(),
        [],
    )
    people = [
        threading.Thread(target=wait_at, args=(turnstile, inside, leave, refused)) for _ in range(3)
    ]
    for one in people:
        one.start()
    inside.acquire(timeout=10)
    inside.acquire(timeout=10)

    assert turnstile.in_flight == 2
    assert not inside.acquire(timeout=0.2)  # the third waits
    leave.set()
    for one in people:
        one.join()
    assert turnstile.in_flight == 0 and refused == []


def test_whoever_finds_the_waiting_room_full_is_told_at_once():
    turnstile = Turnstile(1, 0)
    with turnstile.turn(), pytest.raises(Crowded) as crowded, turnstile.turn():
        pass
    assert crowded.value.retry_after in range(1, 5)
    with turnstile.turn():
        pass  # and a moment later there is room again


def test_whoever_waits_too_long_goes_away(monkeypatch):
    monkeypatch.setattr(passwords, "PATIENCE", 0.01)
    turnstile = Turnstile(1, 1)
    with turnstile.turn(), pytest.raises(Crowded), turnstile.turn():
        pass
    assert turnstile.in_flight == 0


@pytest.fixture
def full(monkeypatch):
    """A house where somebody's password is being looked at, and nobody else may wait."""
    turnstile = Turnstile(1, 0)
    monkeypatch.setattr(passwords, "_turnstile", turnstile)
    with turnstile.turn():
        yield


def test_a_sign_in_too_many_is_asked_to_come_again(client, ane, full):
    sent = {"email": ane.email, "password": "a password of hers"}
    answer = client.post("/sign-in", data=sent)

    assert answer.status_code == 503 and int(answer.headers["Retry-After"]) in range(1, 5)
    assert "Many people are coming in right now" in answer.text
    assert ane.email in answer.text and "a password of hers" not in answer.text


def test_meanwhile_whoever_is_in_reads_on(client, ane, full):
    assert passwords.in_flight() == 1
    assert client.sign_in(ane).get("/blog").status_code == 200


def test_no_failure_is_counted_of_whoever_was_not_looked_at(client, ane, monkeypatch):
    turnstile = Turnstile(1, 0)
    monkeypatch.setattr(passwords, "_turnstile", turnstile)
    with turnstile.turn():
        for _ in range(11):
            client.post("/sign-in", data={"email": ane.email, "password": "not hers at all"})

    answer = client.post("/sign-in", data={"email": ane.email, "password": "not hers at all"})
    assert answer.status_code == 422  # wrong, and not shut


def test_a_password_is_looked_at_by_whoever_the_machine_lets_wait():
    """Every other thread comes first, and nobody else's priority is touched."""
    if sys.platform != "linux":
        return  # threads have no priority of their own
    before = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

    def mine():
        return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

    assert passwords._patiently(mine) == min(19, before + passwords.PATIENT)
    assert mine() == before
