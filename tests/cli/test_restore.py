"""`flask restore`: the old state or the new one, never half of each, and a way back."""

import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from flask_migrate import upgrade

from app.cli.serve import prepare
from app.cli.start import CannotStart, bring_database_up_to_date
from app.core import clock, erasures, occupied, outbox
from app.core.db import db, writing
from app.people.models import Link, Person, Purpose

KEY, LATER = "0123456789abcdef", "fedcba9876543210"


@pytest.fixture
def erasable(monkeypatch):
    """People can be erased, for the length of a test."""
    monkeypatch.setattr(erasures, "_erases", {})

    @erasures.erases("person")
    def erase(erased):
        person = db.session.get(Person, erased.id)
        if person and person.created_at <= erased.at:
            db.session.delete(person)


def safety_copy(said):
    """Where the way back is, as a command says it."""
    return Path(said.output.partition("What was here is kept: flask restore ")[2].split("\n")[0])


def erase(house, name):
    """As a feature would: note it, then delete."""
    [number] = house.ask(f"SELECT id FROM people WHERE name = '{name}'")
    with house.at_home():
        erasures.note("person", number)
    house.tell(f"DELETE FROM people WHERE id = {number}")


def test_everything_is_as_it_was(house):
    house.join("Ane")
    house.put(KEY, b"a picture")
    backup = house.backup()
    house.join("Jon")
    house.put(LATER, b"a later one")
    house.tell("DELETE FROM people WHERE name = 'Ane'")

    said = house.restore(backup)
    assert said.exit_code == 0, said.output
    assert house.people() == ["Ane"]
    assert house.files() == {KEY: b"a picture"}
    assert house.flask("check").exit_code == 0


def test_there_is_a_way_back(house):
    house.join("Ane")
    backup = house.backup()
    house.join("Jon")
    house.put(LATER, b"a later one")
    back = safety_copy(house.restore(backup))

    assert house.flask("backup", "verify", back).exit_code == 0
    assert house.restore(back).exit_code == 0
    assert house.people() == ["Ane", "Jon"]
    assert house.files() == {LATER: b"a later one"}


def test_a_new_house_is_moved_into(house, build):
    house.join("Ane")
    house.put(KEY, b"a picture")
    new = build("new", revision=None)
    said = new.restore(house.backup())
    assert said.exit_code == 0 and "nothing here yet" in said.output
    assert new.people() == ["Ane"]
    assert new.files() == {KEY: b"a picture"}
    assert "SECRET_KEY" not in said.output


def test_another_secret_key_is_spoken_of(house, build):
    new = build("new", revision=None, key="another key that only ever guards tests")
    assert "It was taken with another SECRET_KEY." in new.restore(house.backup()).output


def test_nobody_is_signed_in_any_more(house):
    house.join("Ane")
    house.tell(
        "INSERT INTO sign_ins (person_id, digest, agent, lasting, created_at, seen_at, verified_at)"
        " SELECT id, 'x', 'a test', false, created_at, created_at, created_at FROM people"
    )
    backup = house.backup()
    assert house.restore(backup).exit_code == 0
    assert house.ask("SELECT id FROM sign_ins") == []


def test_a_link_that_was_mailed_opens_nothing_any_more(house):
    house.join("Ane")
    with house.at_home(), writing():
        [ane] = db.session.query(Person).all()
        Link.open(ane, Purpose.RESET, by=None).seal("a digest")
        Link.open(ane, Purpose.INVITATION, by=None)
    assert house.restore(house.backup()).exit_code == 0
    ended = house.ask("SELECT ended_at IS NOT NULL FROM links ORDER BY id")
    assert [bool(one) for one in ended] == [True, False], "one is still to be written"


def test_letters_are_held_until_somebody_lets_them_go(house):
    with house.at_home(), writing():
        outbox.put("a.letter", {"person": 7}, key="a letter")
        outbox.put("a.letter", {"person": 8}, key="another")
        outbox.cancel("another")
    backup = house.backup()
    said = house.restore(backup)
    assert "1 letters and other errands are held" in said.output
    assert house.ask("SELECT state FROM errands ORDER BY key") == ["held", "cancelled"]
    assert house.flask("outbox", "release").output == "1 may go.\n"
    assert house.ask("SELECT state FROM errands ORDER BY key") == ["waiting", "cancelled"]


def test_the_data_version_is_beyond_whatever_a_browser_saw(house):
    backup = house.backup()
    house.tell("UPDATE data_version SET number = 4000000000000000")  # someone's clock was wrong
    seen = house.ask("SELECT number FROM data_version")[0]
    house.restore(backup)
    again = house.ask("SELECT number FROM data_version")[0]
    assert again > seen

    house.tell("UPDATE data_version SET number = 1")  # and what a lost machine counted is less
    new = house.backup()
    house.restore(new)
    assert house.ask("SELECT number FROM data_version")[0] > 1_700_000_000 * 10**6


def test_an_older_backup_is_brought_up_to_date(build):
    old = build("old", revision="0010")
    backup = old.backup()
    assert json.loads((backup / "manifest.json").read_bytes())["revision"] == "0010"
    with old.at_home():
        upgrade()
    head = old.ask("SELECT version_num FROM alembic_version")

    assert old.restore(backup).exit_code == 0
    assert old.ask("SELECT version_num FROM alembic_version") == head


def test_a_newer_one_is_refused(house):
    house.join("Ane")
    backup = house.backup()
    said = json.loads((backup / "manifest.json").read_bytes())
    (backup / "manifest.json").write_text(json.dumps({**said, "revision": "9999"}))
    answer = house.restore(backup)
    assert answer.exit_code == 1 and "taken by a newer WOWista (schema 9999)" in answer.output
    assert house.people() == ["Ane"]


def test_one_of_another_database_is_refused(file_house, build):
    backup = file_house.backup()
    other = build("other", url="postgresql+psycopg://ane@127.0.0.1:1/none", revision=None)
    answer = other.restore(backup)
    assert answer.exit_code == 1 and "DATABASE_URL names postgresql" in answer.output


def test_a_damaged_one_changes_nothing(house):
    house.put(KEY, b"a picture")
    backup = house.backup()
    house.join("Ane")
    next(iter((backup / "files").glob("*/*"))).write_bytes(b"another")
    answer = house.restore(backup)
    assert answer.exit_code == 1 and "is damaged" in answer.output
    assert house.people() == ["Ane"]


def test_it_asks_first(house):
    house.join("Ane")
    backup = house.backup()
    house.join("Jon")
    said = house.flask("restore", backup, input="n\n")
    assert said.exit_code == 1 and "in the place of" in said.output
    assert house.people() == ["Ane", "Jon"]
    assert house.flask("restore", backup, input="y\n").exit_code == 0
    assert house.people() == ["Ane"]


def test_not_while_somebody_is_served(house, monkeypatch):
    backup = house.backup()
    monkeypatch.setattr(occupied, "_held", [])
    with house.at_home(), occupied.together():
        said = house.restore(backup)
    assert said.exit_code == 1 and "WOWista is running" in said.output
    assert house.restore(backup).exit_code == 0


def test_nobody_begins_to_serve_or_to_back_up_meanwhile(house):
    with house.at_home(), occupied.alone():
        with pytest.raises(CannotStart, match="A restore is at work"):
            prepare()
        said = house.flask("backup")
    assert said.exit_code == 1 and "A restore is at work" in said.output


def test_not_while_another_process_is_at_the_database(house):
    """A server that was started with another INSTANCE holds no lock here."""
    house.join("Ane")
    backup = house.backup()
    house.join("Jon")
    with house.app.app_context():
        engine = db.engine
        if engine.dialect.name == "sqlite":
            other = sqlite3.connect(house.folder / "wowista.db")
            other.execute("SELECT count(*) FROM people").fetchall()
        else:
            import psycopg

            other = psycopg.connect(engine.url.set(drivername="postgresql").render_as_string(False))
    with closing(other):
        said = house.restore(backup)
        assert said.exit_code == 1 and "Stop" in said.output
    assert house.people() == ["Ane", "Jon"]


def test_who_was_erased_stays_erased(house, erasable):
    house.join("Ane", "Jon")
    backup = house.backup()
    erase(house, "Jon")
    said = house.restore(backup)
    assert said.exit_code == 0 and "Erased again: 1." in said.output
    assert house.people() == ["Ane"]


def test_also_where_the_machine_that_kept_the_ledger_is_gone(house, build, erasable):
    house.join("Ane", "Jon")
    older = house.backup()
    erase(house, "Jon")
    ledger = house.backup() / "erasures.jsonl"

    new = build("new", revision=None)
    assert new.restore(older, "--ledger", ledger).exit_code == 0
    assert new.people() == ["Ane"]
    assert (new.folder / "erasures.jsonl").read_bytes() == ledger.read_bytes()


def test_who_came_later_and_bears_the_number_of_the_erased_is_spared(house, erasable):
    house.join("Ane")
    erase(house, "Ane")
    with house.at_home():
        [erased] = erasures.noted(erasures.ledger())
    house.join("Miren")
    later = (clock.now() + timedelta(seconds=5)).isoformat(" ")
    house.tell("DELETE FROM name_words")  # they point at the number she has now
    house.tell(f"UPDATE people SET id = {erased.id}, created_at = '{later}'")
    assert house.restore(house.backup()).exit_code == 0
    assert house.people() == ["Miren"]


@pytest.mark.parametrize(
    "line, said",
    [
        ('{"kind": "wave", "id": 7, "at": "2026-01-01T00:00:00"}', "cannot erase: wave"),
        ('{"kind": "person", "id": 7', "Line 1 of"),
    ],
)
def test_a_ledger_that_cannot_be_followed_stops_it_before_anything(house, erasable, line, said):
    house.join("Ane")
    backup = house.backup()
    house.join("Jon")
    (house.folder / "erasures.jsonl").write_text(line + "\n")
    answer = house.restore(backup)
    assert answer.exit_code == 1 and said in answer.output
    assert house.people() == ["Ane", "Jon"]
    assert not list((house.folder / "backups").glob("before-restore-*"))


def test_what_goes_wrong_on_the_way_leaves_everything_as_it_was(house, monkeypatch):
    monkeypatch.setattr(erasures, "_erases", {})

    @erasures.erases("person")
    def erase(erased):
        raise OSError(28, "No space left on device")

    house.join("Ane")
    house.put(KEY, b"a picture")
    backup = house.backup()
    house.join("Jon")
    house.put(LATER, b"a later one")
    with house.at_home():
        erasures.note("person", 1)

    answer = house.restore(backup)
    assert answer.exit_code == 1 and "No space left on device" in answer.output
    assert house.people() == ["Ane", "Jon"]
    assert house.files() == {KEY: b"a picture", LATER: b"a later one"}
    assert house.flask("check").exit_code == 0
    assert not list(house.folder.glob("*.restoring*"))


def test_a_database_that_cannot_be_read_is_moved_aside(file_house):
    file_house.join("Ane")
    backup = file_house.backup()
    file_house.put(LATER, b"a later one")
    place = file_house.folder / "wowista.db"
    place.write_bytes(b"the disk says nothing that makes sense" * 1000)

    said = file_house.restore(backup)
    assert said.exit_code == 0 and "cannot be read; it was moved to" in said.output
    assert file_house.people() == ["Ane"]
    assert file_house.files() == {LATER: b"a later one"}, "nobody could say whose it is"
    [aside] = (file_house.folder / "backups").glob("before-restore-*-unreadable")
    assert (aside / "wowista.db").read_bytes().startswith(b"the disk says")


def test_a_file_of_somebody_else_is_not_replaced(file_house, tmp_path):
    backup = file_house.backup()
    place = file_house.folder / "wowista.db"
    for end in ("", "-wal", "-shm"):
        Path(f"{place}{end}").unlink(missing_ok=True)
    with closing(sqlite3.connect(place)) as other:
        other.execute("CREATE TABLE accounts (balance)")
    answer = file_house.restore(backup)
    assert answer.exit_code == 1 and "not of WOWista" in answer.output


def test_one_that_was_cut_short_is_taken_back_first(house):
    """On PostgreSQL what was here waits in a schema of its own."""
    house.join("Ane")
    backup = house.backup()
    house.join("Jon")
    with house.app.app_context():
        if db.engine.dialect.name != "postgresql":
            return
    from app.core.backups import postgresql

    with house.at_home(), postgresql._changing() as connection:
        postgresql._move(connection, "public", postgresql.OLD)
    said = house.flask("check")
    assert said.exit_code == 1 and "was cut short" in said.output
    with house.at_home(), pytest.raises(CannotStart, match="was cut short"):
        bring_database_up_to_date()

    back = safety_copy(house.restore(backup))
    assert house.people() == ["Ane"]
    assert json.loads((back / "manifest.json").read_bytes())["rows"]["people"] == 2
