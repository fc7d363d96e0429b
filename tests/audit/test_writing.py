"""What is written down, by whom, and that nobody changes it afterwards."""

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from app.audit.models import Entry
from app.audit.sealing import seal
from app.core.db import DataVersion, db, writing
from app.people import queries as people
from app.people import sessions
from tests.audit.books import grant, seals, tamper, write, written
from tests.factories import PASSWORD, make_comment, make_post
from tests.people import enter


def test_an_audited_fact_is_written_down_with_whoever_did_it(iker, ane):
    grant(ane, "governance", by=iker)

    (entry,) = written()
    assert (entry.fact, entry.actor_id) == ("RoleGranted", iker.id)
    assert (entry.subject_kind, entry.subject_id) == ("person", ane.id)
    assert entry.details == {"role": "governance"}
    assert ane.name not in repr(vars(entry)), "people are pointed at, never named"


def test_what_the_clock_or_the_terminal_did_has_nobody(ane):
    grant(ane)

    assert written()[0].actor_id is None


def test_what_need_not_be_audited_is_not(client, ane):
    make_comment(on=make_post(ane), by=ane)

    assert written() == []


def change_our_mind(person):
    with writing():
        people.person(person.id).disable(by=None)
        raise ZeroDivisionError


def test_what_was_refused_was_never_written(ane):
    with pytest.raises(ZeroDivisionError):
        change_our_mind(ane)

    assert written() == []


def test_coming_in_is_written_with_the_kind_of_device_and_nothing_secret(client, ane):
    agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0"
    client.post(
        "/sign-in",
        data={"email": ane.email, "password": PASSWORD},
        headers={"User-Agent": agent},
    )
    with client.session_transaction() as session:
        token = session["_user_id"]

    (entry,) = written()
    assert (entry.fact, entry.actor_id, entry.subject_id) == ("SignedIn", ane.id, ane.id)
    assert entry.details == {"agent": "Firefox Linux"}
    assert sessions.digest(token).startswith(entry.sign_in) and len(entry.sign_in) == 12
    assert token not in repr(vars(entry)) and PASSWORD not in repr(vars(entry))


def test_a_failed_sign_in_is_no_deed_of_its_person(client, ane):
    for _ in range(11):
        enter(client, ane, "not the password")

    assert written() == []


def test_everything_done_from_one_sign_in_says_so(client, ane):
    enter(client, ane, PASSWORD)
    client.delete("/sign-in")

    came, went = written()
    assert (came.fact, went.fact) == ("SignedIn", "SignedOut")
    assert came.sign_in == went.sign_in


def test_ending_sessions_elsewhere_is_written_once(client, ane, app):
    app.test_client().sign_in(ane)
    app.test_client().sign_in(ane)
    client.sign_in(ane).delete("/account/sessions/others")
    client.delete("/account/sessions/others")

    (entry,) = written()
    assert (entry.fact, entry.details) == ("SessionsEnded", {"sessions": 2})


def test_the_first_administrator_is_written_down(app):
    sent = {
        "company": "IMQ",
        "name": "Leire",
        "email": "leire@example.com",
        "language": "eu",
        "password": "a lighthouse without a keeper",
    }
    assert app.test_client().post("/welcome", data=sent).status_code == 303

    assert [entry.fact for entry in written()] == [
        "PersonJoined",
        "RoleGranted",
        "RoleGranted",
        "SignedIn",
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entries SET actor_id = 1",
        "DELETE FROM audit_entries",
        "UPDATE audit_seals SET count = 0",
        "DELETE FROM audit_seals",
        "INSERT INTO audit_seals SELECT * FROM audit_seals WHERE true"
        " ON CONFLICT (id) DO UPDATE SET count = 0",
    ],
)
def test_the_database_itself_refuses_changes(ane, statement):
    write(ane)
    seal()

    with pytest.raises(DatabaseError), writing():
        db.session.execute(text(statement))

    assert len(written()) == len(seals()) == 1


@pytest.mark.parametrize("table", ["audit_entries", "audit_seals"])
def test_no_other_way_around_is_open(ane, table):
    write(ane)
    seal()
    around = (
        f"TRUNCATE {table}"
        if db.engine.dialect.name == "postgresql"
        else f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"
    )
    with pytest.raises(DatabaseError, match="append-only"), writing():
        db.session.execute(text(around))


def test_the_triggers_are_back_after_every_test(ane):
    write(ane)
    tamper("UPDATE audit_entries SET actor_id = 7")

    with pytest.raises(DatabaseError, match="append-only"), writing():
        db.session.execute(text("DELETE FROM audit_entries"))


def test_sealing_makes_nobodys_pages_old(ane):
    write(ane)
    before = db.session.scalar(select(DataVersion.number))
    seal()

    assert db.session.scalar(select(DataVersion.number)) == before
    assert db.session.scalar(select(Entry.id))
