"""Letters, while their worker is killed and their mail server is down: each arrives, and once."""

import os
import signal
import sqlite3
from contextlib import closing
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller

from app.core import clock, outbox
from app.core.db import db, writing
from app.people import queries
from tests.cli.test_worker import alive, house
from tests.terminal import eventually

SUBJECT = "Tu contraseña ha cambiado"


def put_letters(instance, count):
    """So many notices to one person, each of another minute."""
    with house(instance):
        person = queries.by_email("empleado@demo.test")
        with writing(shown=False):
            outbox.put_many(
                "people.password-changed",
                [
                    (f"notice:{n}", {"person": person.id, "at": clock.now().isoformat()})
                    for n in range(count)
                ],
            )


def waiting(instance):
    with closing(sqlite3.connect(instance / "wowista.db")) as connection:
        asked = "select count(*) from errands where state = 'waiting' and key like 'notice:%'"
        return connection.execute(asked).fetchone()[0]


def end_leases(instance):
    """As if the minutes had passed for which whoever was killed had taken an errand on."""
    with closing(sqlite3.connect(instance / "wowista.db", isolation_level=None)) as connection:
        connection.execute("update errands set leased_until = null, due_at = null")


@pytest.mark.timeout(600)
def test_a_worker_killed_again_and_again_writes_every_letter_once(start, inhabited):
    put_letters(inhabited, 80)
    with house(inhabited):
        for left in (60, 40, 20):
            known = {one.name for one in alive()}
            start(inhabited, command=["worker"], LOG_LEVEL="ERROR")
            (new,) = eventually(lambda known=known: {one.name for one in alive()} - known)
            db.session.rollback()
            eventually(lambda left=left: waiting(inhabited) <= left, within=150)
            os.kill(pid_of(new), signal.SIGKILL)
            end_leases(inhabited)
        start(inhabited, command=["worker"], LOG_LEVEL="ERROR")
        eventually(lambda: waiting(inhabited) == 0, within=150)

    letters = [read(one.read_bytes()) for one in (inhabited / "mail").glob("*.eml")]
    notices = [one["Message-ID"] for one in letters if one["Subject"] == SUBJECT]
    assert len(notices) == len(set(notices)) == 80


def read(content):
    return message_from_bytes(content, policy=policy.default)


def pid_of(name):
    return int(name.rsplit(" ", 1)[1])


class Postbox:
    def __init__(self):
        self.taken = []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        letter = read(envelope.content)
        if letter["Subject"] == SUBJECT:
            self.taken.append(letter["Message-ID"])
        return "250 Taken"


@pytest.mark.timeout(480)
def test_a_mail_server_that_is_down_gets_them_when_it_is_up(start, inhabited, free_port):
    put_letters(inhabited, 20)
    url = f"smtp://127.0.0.1:{free_port}"
    start(inhabited, command=["worker"], SMTP_URL=url, LOG_LEVEL="CRITICAL")
    with house(inhabited):
        eventually(lambda: reasons(inhabited))
        assert waiting(inhabited) == 20
        assert "does not take it" in reasons(inhabited)[0]
        with writing(shown=False):
            outbox.put("tests.unheard-of", {}, key="another")
        # Nobody waits behind them, but for what the demo company has still to be told.
        eventually(lambda: state_of(inhabited, "another") == "parked", within=150)

    box = Postbox()
    server = Controller(box, hostname="127.0.0.1", port=free_port)
    server.start()
    end_leases(inhabited)
    eventually(lambda: waiting(inhabited) == 0, within=120)
    server.stop()
    assert len(box.taken) == len(set(box.taken)) == 20


def reasons(instance):
    with closing(sqlite3.connect(instance / "wowista.db")) as connection:
        asked = "select reason from errands where reason <> ''"
        return [reason for (reason,) in connection.execute(asked)]


def state_of(instance, key):
    with closing(sqlite3.connect(instance / "wowista.db")) as connection:
        asked = "select state from errands where key = ?"
        return connection.execute(asked, [key]).fetchone()[0]
