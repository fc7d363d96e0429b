"""A backup from while a wave was open, put back after it has closed."""

import pytest

from app.core.db import db
from app.survey import keys
from app.survey.models import Wave
from tests.factories import make_person
from tests.factories.survey import answer, close_wave, open_wave


@pytest.fixture
def surveyed(house):
    """Twelve people are asked, and ten have answered."""
    house.app.config["SURVEY_KEYS"] = str(house.folder / "keys")
    with house.at_home():
        people = [make_person() for _ in range(11)]
        wave = open_wave()
        for person in people[:10]:
            answer(wave, person)
    return house


def stands(house):
    return house.ask(
        "SELECT state || ' ' || coalesce(answered, 0) || ' ' || unread FROM survey_waves"
    )


def test_what_was_sealed_then_is_read_by_nobody_any_more(surveyed):
    backup = surveyed.backup()
    with surveyed.at_home():
        close_wave(db.session.get_one(Wave, 1))
    assert stands(surveyed) == ["closed 10 0"]

    assert surveyed.restore(backup).exit_code == 0
    assert stands(surveyed) == ["closed 10 10"]
    assert surveyed.ask("SELECT count(*) FROM survey_sealed") == [0]
    assert surveyed.ask("SELECT count(*) FROM survey_receipts") == [0]


def test_a_wave_that_is_open_still_stays_so(surveyed):
    backup = surveyed.backup()
    assert surveyed.restore(backup).exit_code == 0
    assert stands(surveyed) == ["open 0 0"]
    with surveyed.at_home():
        assert close_wave(db.session.get_one(Wave, 1)).answered == 10


def test_no_backup_holds_a_key(surveyed):
    backup = surveyed.backup()
    with surveyed.at_home():
        key = keys.read(db.session.get_one(Wave, 1).key_name)
    assert not any(key in file.read_bytes() for file in backup.rglob("*") if file.is_file())
