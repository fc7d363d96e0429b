"""The real server in a process of its own, as somebody at a terminal meets it."""

import os
import re
import signal
import socket
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from app import demo
from app.demo.company import ACCOUNTS
from tests.terminal import Browser

SECRET = "a key that is long enough for production"


def test_the_first_start_says_where_to_go_and_lets_every_account_in(start):
    terminal = start()
    address = terminal.ready()

    assert "Planting the demo company" in terminal.said
    assert demo.PASSWORD in terminal.said
    for email in ACCOUNTS:
        assert email in terminal.said
        status, place, _ = Browser(address).sign_in(email)
        assert not place.startswith("/sign-in") and status < 500, email

    status, place, page = Browser(address).sign_in("admin@demo.test", "not their password at all")
    assert (status, place) == (422, "/sign-in")
    assert page.count('action="/sign-in"') == 1 + len(ACCOUNTS)


def test_the_second_start_finds_everything_in_its_place(start, inhabited, capsys):
    terminal = start(inhabited)
    terminal.ready()

    with capsys.disabled():
        print(f"\n  the second start took {terminal.took:.1f} s", end=" ")
    assert "Planting" not in terminal.said and "up to date" not in terminal.said
    assert demo.PASSWORD in terminal.said
    assert terminal.took < 60  # a quiet machine takes 1 s


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_without_a_traceback_and_with_nothing_to_complain_of(start, number):
    terminal = start(DEMO="0")
    terminal.ready()

    assert terminal.press(number) == 0
    assert "Traceback" not in terminal.said and "Error" not in terminal.said
    assert terminal.said.rstrip().endswith("Good-bye.")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_who_is_being_served_when_it_stops_is_served_to_the_end(start, number):
    terminal = start(DEMO="0")
    host, port = terminal.ready().removeprefix("http://").split(":")

    with socket.create_connection((host, int(port)), timeout=20) as line:
        line.sendall(b"POST /welcome HTTP/1.1\r\nHost: x\r\nConnection: close\r\n")
        line.sendall(
            b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n\r\n"
        )
        line.sendall(b"name")  # and the worker waits for the rest
        _until_somebody_reads(line)
        os.killpg(terminal.process.pid, number)
        line.sendall(b"=Ane&")
        heard = b"".join(iter(lambda: line.recv(4096), b""))

    assert heard.startswith(b"HTTP/1.1 4")
    assert terminal.end() == 0


def _until_somebody_reads(line):
    """The kernel’s send queue is empty as soon as the other end has taken what was sent."""
    deadline = time.monotonic() + 10
    while _taken(line.getsockname()[1]) is False and time.monotonic() < deadline:
        os.sched_yield()


def _taken(port):
    """Whether the server has read everything that came from this port."""
    for row in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        remote, queues = row.split()[2], row.split()[4]
        if int(remote.split(":")[1], 16) == port:
            return int(queues.split(":")[1], 16) == 0
    return False


def test_who_stops_it_the_moment_it_greets_need_not_wait(start):
    terminal = start(DEMO="0", WORKERS="4")
    terminal.ready()
    began = time.monotonic()

    assert terminal.press(signal.SIGINT) == 0
    assert time.monotonic() - began < 25  # a worker that misses it is given 30 s


def test_demo_0_starts_an_empty_house_that_greets_its_first_person(start):
    address = start(DEMO="0").ready()

    status, place, _ = Browser(address).ask("/")

    assert place == "/welcome"
    assert status == 200


def test_a_busy_port_is_said_in_a_sentence(start):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        terminal = start(PORT=str(port))
        assert terminal.end() == 1

    assert f"Nobody can listen at 127.0.0.1:{port}: Address already in use." in terminal.said
    assert "Traceback" not in terminal.said and "Planting" not in terminal.said


@pytest.mark.parametrize(
    "environment, said",
    [
        ({"DATABASE_URL": "postgresql://ane@127.0.0.1:1/none"}, "Connection refused"),
        ({"DATABASE_URL": "mysql://somewhere"}, "DATABASE_URL reads like"),
        ({"DATABASE_URL": "sqlite:////proc/none/none.db"}, "unable to open database file"),
        ({"PORT": "eight"}, "PORT is a whole number"),
        ({"PORT": "99999"}, "PORT is a whole number from 0 to 65535"),
        ({"INSTANCE": "/proc/none"}, "The folder /proc/none cannot be used"),
        ({"STORAGE": "/proc/none"}, "The folder for pictures, /proc/none, cannot be written to"),
        ({"PRODUCTION": "1"}, "PRODUCTION=1 needs SECRET_KEY"),
        ({"PRODUCTION": "1", "SECRET_KEY": SECRET}, "PRODUCTION=1 needs TRUSTED_HOSTS"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else "",
)
def test_what_it_cannot_start_with_is_said_in_a_sentence(start, environment, said):
    terminal = start(**environment)

    assert terminal.end() == 1
    assert said in terminal.said
    assert "Traceback" not in terminal.said


def test_a_database_newer_than_the_code_is_left_alone(start, inhabited):
    with closing(sqlite3.connect(inhabited / "wowista.db")) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999_tomorrow'")
        database.commit()

    terminal = start(inhabited)

    assert terminal.end() == 1
    assert "made by a newer WOWista (revision 9999_tomorrow)" in terminal.said
    assert "Traceback" not in terminal.said


def test_production_starts_empty_and_prints_the_key_of_the_first_administrator(start):
    terminal = start(PRODUCTION="1", SECRET_KEY=SECRET, TRUSTED_HOSTS="127.0.0.1")
    terminal.ready()

    assert "Planting" not in terminal.said and demo.PASSWORD not in terminal.said
    assert re.search(r"setup key: [0-9a-f]{16}\b", terminal.said)


@pytest.mark.parametrize("command", ["serve", "check"])
def test_production_refuses_a_database_with_demo_accounts(start, inhabited, command):
    production = {"PRODUCTION": "1", "SECRET_KEY": SECRET, "TRUSTED_HOSTS": "127.0.0.1"}
    terminal = start(inhabited, command=[command], **production)

    assert terminal.end() == 1
    assert "demo accounts" in terminal.said and "empty database" in terminal.said
