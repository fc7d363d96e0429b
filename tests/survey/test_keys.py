"""The keys of open waves: in each folder they should be in, in no other place, and then nowhere."""

import os
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.core import clock, jobs
from app.core.backups import taking
from app.core.db import db
from app.survey import keys, queries
from app.survey.models import Sealed, Wave, WaveState
from tests.factories import make_person
from tests.factories.survey import answer, close_wave, open_wave
from tests.survey.seized import unpacked


@pytest.fixture
def two(app, tmp_path):
    """Two folders, on two disks perhaps."""
    before = app.config["SURVEY_KEYS"]
    folders = [tmp_path / "one", tmp_path / "two"]
    app.config["SURVEY_KEYS"] = os.pathsep.join(map(str, folders))
    yield folders
    for folder in folders:
        folder.chmod(0o700) if folder.exists() else None
    app.config["SURVEY_KEYS"] = before


@pytest.fixture
def wave(app):
    people = [make_person() for _ in range(15)]
    opened = open_wave()
    for person in people:
        answer(opened, person)
    return opened


def lose(folder):
    """As when its disk is not there: something else stands in its place."""
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    folder.write_text("no folder")


def test_a_key_is_in_every_folder_and_its_owners_alone(two):
    name = keys.make()
    held = [(folder / name).read_bytes() for folder in two]
    assert held[0] == held[1] == keys.read(name) and len(held[0]) == 32
    assert {stat.S_IMODE((folder / name).stat().st_mode) for folder in two} == {0o600}
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in two} == {0o700}


def test_no_key_is_like_another(app):
    names = [keys.make() for _ in range(20)]
    assert len(set(names)) == 20 and len({keys.read(name) for name in names}) == 20


@pytest.mark.parametrize("lost", [0, 1])
def test_one_lost_folder_is_no_loss(two, lost):
    name = keys.make()
    key = keys.read(name)
    lose(two[lost])
    assert keys.read(name) == key and keys.lacking(name) == [two[lost]]


def test_nor_is_half_a_key_in_one_of_them(two):
    name = keys.make()
    key = keys.read(name)
    (two[0] / name).write_bytes(key[:7])
    assert keys.read(name) == key and keys.lacking(name) == [two[0]]


def test_all_of_them_lost_is(two):
    name = keys.make()
    for folder in two:
        lose(folder)
    assert not keys.is_there(name) and keys.lacking(name) == two
    with pytest.raises(keys.KeyLost):
        keys.read(name)


def test_a_key_that_finds_no_place_in_one_folder_is_left_in_none(two):
    two[1].write_text("no folder")
    with pytest.raises(OSError):  # noqa: PT011
        keys.make()
    assert list(two[0].iterdir()) == []


def test_it_is_destroyed_everywhere_and_may_be_again(two):
    name = keys.make()
    behind = [(folder / name).open("rb", buffering=0) for folder in two]
    keys.destroy(name)
    keys.destroy(name)
    assert [list(folder.iterdir()) for folder in two] == [[], []]
    for file in behind:  # whoever still has the file open finds noughts in it
        assert file.read() == bytes(32)
        file.close()


def test_a_folder_that_says_no_holds_up_none_of_the_others(two):
    name = keys.make()
    (two[0] / name).unlink()
    (two[0] / name).mkdir()
    with pytest.raises(OSError):  # noqa: PT011
        keys.destroy(name)
    assert not (two[1] / name).exists()


def test_a_wave_goes_on_without_one_of_its_folders(two):
    people = [make_person() for _ in range(15)]
    wave = open_wave()
    answer(wave, people[0])
    lose(two[0])
    answer(wave, people[1])
    closed = close_wave(wave)
    assert (closed.state, closed.answered, closed.unread) == (WaveState.CLOSED, 2, 0)
    assert list(two[1].iterdir()) == []


def test_no_backup_holds_it(wave, tmp_path):
    """Of what was answered there is what is sealed, and nothing that opens it."""
    key = keys.read(wave.key_name)
    sealed = db.session.scalars(select(Sealed.sealed)).first()[:64]  # the rest is on other pages
    db.session.rollback()
    taken = taking.take(tmp_path)
    held = [unpacked(place) for place in tmp_path.rglob("*") if place.is_file()]
    assert any(sealed in one or sealed.hex().encode() in one for one in held)
    for form in (key, key.hex().encode()):
        assert not any(form in one for one in held)
    assert not [path for path in taken.folder.rglob("*") if path.name == wave.key_name]


def test_whoever_watches_hears_that_a_key_is_lost(wave):
    """While it may still be found: nobody can answer meanwhile."""
    jobs.run_due()
    assert error_of("survey.errands.keep_time") == ""
    for folder in keys.folders():
        (folder / wave.key_name).rename(folder / "elsewhere")
    with clock.at(clock.now() + timedelta(minutes=10)):
        jobs.run_due()
    assert "KeyLost" in error_of("survey.errands.keep_time")


def error_of(name):
    db.session.rollback()
    return jobs.runs()[name].error


def test_a_key_that_nobody_needs_is_a_stray(wave):
    known = {row.key_name for row in queries.keyed(*queries.UNCOUNTED)}
    assert keys.strays(known) == []
    left = keys.make()
    assert [place.name for place in keys.strays(known)] == [left]
    assert db.session.scalar(select(func.count()).select_from(Wave)) == 1
    assert Path(keys.strays(known)[0]).parent in keys.folders()
