"""`flask backup`: whole or not at all, and nothing in it that must not travel."""

import fcntl
import json
import os
import resource
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing

import pytest

from app.core.backups.manifest import Piece, measured
from app.core.db import db

KEY = "0123456789abcdef"


def files_of(backup):
    return [path for path in backup.rglob("*") if path.is_file()]


def manifest_of(backup):
    return json.loads((backup / "manifest.json").read_bytes())


def leftovers(house):
    return [path.name for path in (house.folder / "backups").glob("*") if path.name != ".lock"]


def test_a_backup_holds_the_rows_and_the_files_and_says_so(house):
    house.join("Ane", "Jon")
    house.put(KEY, b"a picture")
    backup = house.backup()

    manifest = manifest_of(backup)
    assert manifest["rows"]["people"] == 2 and manifest["rows"]["alembic_version"] == 1
    assert manifest["revision"] == house.ask("SELECT version_num FROM alembic_version")[0]
    assert manifest["release"] == house.app.config["RELEASE"]
    assert manifest["data_version"] == house.ask("SELECT number FROM data_version")[0]
    assert manifest["taken_at"].endswith("Z")
    assert list(manifest["files"]) == [KEY]
    assert house.flask("backup", "verify", backup).exit_code == 0


def test_nobody_else_may_read_it(house):
    house.put(KEY, b"a picture")
    backup = house.backup()
    assert stat.S_IMODE(backup.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in files_of(backup)} == {0o600}


def test_the_secret_key_is_not_inside(house):
    (house.folder / "secret-key").write_text(house.app.config["SECRET_KEY"])
    backup = house.backup()
    for file in files_of(backup):
        assert house.app.config["SECRET_KEY"].encode() not in file.read_bytes(), file


def test_what_only_passes_through_is_left_behind(house):
    house.put("imports/0123", b"somebody's upload")
    house.put("faces/0123", b"a face")
    assert list(manifest_of(house.backup())["files"]) == ["faces/0123"]


def test_it_goes_where_it_is_told(house, tmp_path):
    assert house.backup(tmp_path / "disk" / "nightly").parent == tmp_path / "disk" / "nightly"


def test_the_next_one_shares_its_files_and_is_whole_by_itself(house):
    house.put(KEY, b"a picture")
    first, second = house.backup(), house.backup()

    def inode(backup):
        return next(file.stat().st_ino for file in files_of(backup / "files"))

    assert inode(first) == inode(second) != house.place(KEY).stat().st_ino
    shutil.rmtree(first)
    assert house.flask("backup", "verify", second).exit_code == 0


def test_a_file_that_was_put_again_is_copied_again(house):
    house.put(KEY, b"a picture")
    house.backup()
    house.put(KEY, b"not the p")
    second = house.backup()
    assert house.flask("backup", "verify", second).exit_code == 0
    assert measured(next(iter(files_of(second / "files")))) == measured(house.place(KEY))


def test_only_so_many_are_kept(house):
    folder = house.folder / "backups"
    (folder / "before-restore-20200101T000000Z").mkdir(parents=True)
    (folder / "something-else").mkdir()
    taken = [house.backup() for _ in range(3)]
    last = house.backup("--keep", "2")
    assert sorted(path for path in folder.glob("wowista-*")) == sorted([taken[-1], last])
    assert (folder / "before-restore-20200101T000000Z").exists()
    assert (folder / "something-else").exists()


def test_what_was_cut_short_is_no_backup_and_is_swept_up(house):
    half = house.folder / "backups" / ".unfinished-wowista-20200101T000000Z"
    half.mkdir(parents=True)
    (half / "database.sqlite").write_bytes(b"half")
    said = house.flask("backup", "verify", half)
    assert said.exit_code == 1 and "is no backup" in said.output
    house.backup()
    assert not half.exists()


@pytest.mark.parametrize("part", ["database.*", "files/*/*"])
def test_a_changed_byte_is_found(house, part):
    house.put(KEY, b"a picture")
    backup = house.backup()
    [place] = backup.glob(part)
    data = bytearray(place.read_bytes())
    data[len(data) // 2] ^= 1
    place.write_bytes(data)

    said = house.flask("backup", "verify", backup)
    assert said.exit_code == 1
    assert "is not what was backed up" in said.output


def test_a_missing_file_is_found(house):
    house.put(KEY, b"a picture")
    backup = house.backup()
    next(iter(files_of(backup / "files"))).unlink()
    said = house.flask("backup", "verify", backup)
    assert said.exit_code == 1 and f"files/{KEY} is missing" in said.output


def test_a_database_damaged_before_it_was_measured_is_found(file_house):
    """The digests are right and the pages are not: a disk that lied from the start."""
    file_house.join(*(f"Person {number}" for number in range(40)))
    backup = file_house.backup()
    place = backup / "database.sqlite"
    data = bytearray(place.read_bytes())
    data[4096 * 5 : 4096 * 40] = bytes(4096 * 35)
    place.write_bytes(data)
    piece = measured(place)
    said = manifest_of(backup)
    said["pieces"]["database.sqlite"] = {"size": piece.size, "sha256": piece.sha256}
    (backup / "manifest.json").write_text(json.dumps(said))

    answer = file_house.flask("backup", "verify", backup)
    assert answer.exit_code == 1 and "is damaged" in answer.output


@pytest.mark.parametrize(
    "change",
    [
        lambda said: "not json",
        lambda said: "[]",
        lambda said: json.dumps({**said, "rows": None, "format": "one"}),
        lambda said: json.dumps({**said, "files": {"../../secret-key": said["files"][KEY]}}),
        lambda said: json.dumps({**said, "pieces": {"/etc/passwd": said["files"][KEY]}}),
        lambda said: json.dumps({**said, "pieces": {}}),
        lambda said: json.dumps({**said, "database": "oracle"}),
        lambda said: json.dumps({**said, "database": ["sqlite"]}),
        lambda said: json.dumps({**said, "data_version": "1"}),
        lambda said: json.dumps({**said, "data_version": 10**30}),
        lambda said: json.dumps({**said, "format": 2}),
    ],
)
def test_a_manifest_that_is_none_is_refused(house, change):
    house.put(KEY, b"a picture")
    backup = house.backup()
    (backup / "manifest.json").write_text(change(manifest_of(backup)))
    said = house.flask("backup", "verify", backup)
    assert said.exit_code == 1 and said.output.startswith("Error: ")
    assert said.exception is None or isinstance(said.exception, SystemExit)


def test_who_is_still_writing_is_not_waited_for(file_house):
    file_house.join("Ane")
    with closing(sqlite3.connect(file_house.folder / "wowista.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE people SET name = 'Half a name'")
        backup = file_house.backup()
        other.execute("ROLLBACK")
    with closing(sqlite3.connect(backup / "database.sqlite")) as copy:
        assert copy.execute("SELECT name FROM people").fetchall() == [("Ane",)]


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(house, tmp_path):
    (tmp_path / "file").touch()
    said = house.flask("backup", tmp_path / "file" / "backups")
    assert said.exit_code == 1
    assert "Not a directory" in said.output


def test_two_at_once_do_not_meet_in_a_folder(house):
    house.backup()
    with (house.folder / "backups" / ".lock").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        said = house.flask("backup")
    assert said.exit_code == 1 and "Another backup is being taken" in said.output


def test_where_nothing_is_there_is_nothing_to_back_up(build):
    empty = build("empty", revision=None)
    said = empty.flask("backup")
    assert said.exit_code == 1 and "There is no" in said.output
    assert leftovers(empty) == []


def test_a_server_that_is_gone_is_said_in_a_sentence(build):
    gone = build("gone", url="postgresql+psycopg://ane@127.0.0.1:1/none", revision=None)
    said = gone.flask("backup")
    assert said.exit_code == 1 and "Connection refused" in said.output
    assert leftovers(gone) == []


@pytest.mark.parametrize("key", [KEY, None], ids=["in-a-file", "in-the-database"])
def test_a_disk_that_is_full_leaves_no_half_backup(file_house, key):
    """A limit on the size of files stands for it: the same calls fail, in the same places."""
    if key:
        file_house.put(key, os.urandom(3_000_000))
    full = 2_000_000 if key else 100_000
    environment = {
        "PATH": os.environ["PATH"],
        "INSTANCE": str(file_house.folder),
        "DATABASE_URL": file_house.url,
    }
    done = subprocess.run(
        [sys.executable, "-m", "flask", "backup"],
        env=environment,
        preexec_fn=lambda: (
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN),
            resource.setrlimit(resource.RLIMIT_FSIZE, (full, full)),
        ),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stdout
    assert "Traceback" not in done.stderr and "Error: " in done.stderr
    assert leftovers(file_house) == []


def test_without_the_tools_of_postgresql_it_says_what_to_install(house, monkeypatch, tmp_path):
    with house.at_home():
        if db.engine.dialect.name != "postgresql":
            return
    monkeypatch.setenv("PATH", str(tmp_path))
    said = house.flask("backup")
    assert said.exit_code == 1 and "postgresql-client" in said.output

    old = tmp_path / "pg_dump"
    old.write_text("#!/bin/sh\necho 'pg_dump (PostgreSQL) 9.6'\n")
    old.chmod(0o700)
    said = house.flask("backup")
    assert (
        said.exit_code == 1 and "pg_dump is of version 9 and the server of version" in said.output
    )
    assert leftovers(house) == []


def test_a_piece_is_measured_by_what_is_in_it(tmp_path):
    (tmp_path / "file").write_bytes(b"abc")
    assert measured(tmp_path / "file") == Piece(
        3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
