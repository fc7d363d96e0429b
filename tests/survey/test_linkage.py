"""Who answered what? Nobody can say: not with every copy, every log and every backup in hand.

Two hundred people answer by the web, each something that nobody else said. By chance alone a guess
is right here and there: in a group of any size, whoever deals its answers out at random gives one
person their own, on average. In g groups k people or more get theirs with a probability of at most
gᵏ/k!: so many ways there are to choose k people, each as likely as chance makes it. A strategy has
found something when it is right about more people than that allows once in a million.
"""

from math import factorial

import pytest
import structlog

from app.core.db import db
from app.survey import keys
from app.survey.models import Wave
from config import TestConfig
from tests.factories.survey import close_wave
from tests.survey import naive
from tests.survey.adversary import Adversary
from tests.survey.seized import LOG
from tests.survey.week import FRIDAY_NIGHT, SATURDAY, lived, seize

ONCE_IN = 1_000_000

pytestmark = pytest.mark.timeout(1800)
how_many = pytest.mark.parametrize("times", [1, pytest.param(5, marks=pytest.mark.long)])


@pytest.fixture
def house(another_house, app, tmp_path):
    class Talkative(TestConfig):
        LOG_LEVEL, LOG_FORMAT = "INFO", "json"
        BACKUPS, MAIL = str(tmp_path / "backups"), str(tmp_path / "mail")
        ERASURES, OCCUPIED = app.config["ERASURES"], app.config["OCCUPIED"]

    before = structlog.get_config()
    with another_house(Talkative, naive.add) as built:
        yield built
    structlog.configure(**before)


@pytest.mark.alone  # what others do wrong is wrong on any database
@how_many
def test_naive_surveys_give_people_away(house, capsys, times):
    """So the adversary is one who can."""
    naive.metadata.create_all(db.engine)
    try:
        week = lived(house, capsys, times=times, path="/naive/answer")
        seize(week.seized, FRIDAY_NIGHT, with_files=True)
    finally:
        db.session.rollback()
        naive.metadata.drop_all(db.engine)
    everybody = len(week.truth)

    plain = right(Adversary(week.seized.without("careful")), week.truth)
    assert max(plain.values()) == everybody  # by the order of its rows
    assert plain["at_the_same_time: plain_ballots.created_at"] > everybody * 0.8
    assert any(n > allowed(week, plain) for way, n in plain.items() if "order: log ~" in way)

    careful = right(Adversary(week.seized.without("plain")), week.truth)
    assert careful["new_since_the_last_copy: whoever was there"] > allowed(week, careful)
    if db.engine.dialect.name == "postgresql":
        assert careful["in_the_same_transaction: careful_ballots, 0 away"] == everybody


@how_many
def test_nobody_is_found(house, capsys, times):
    week = lived(house, capsys, times=times)
    seize(week.seized, FRIDAY_NIGHT, with_files=True)
    assert readable(week) == set()
    assert not any(guess for _, guess in Adversary(week.seized).guesses())

    with_key = right(Adversary(week.seized, keys=(week.key,)), week.truth)
    assert max(with_key.values()) > len(week.truth) / 2  # so until then it is called confidential

    close_wave(db.session.get_one(Wave, week.wave))
    seize(week.seized, SATURDAY, with_files=True)
    week.seized.folders += keys.folders()
    found = right(Adversary(week.seized), week.truth)
    assert len(found) > 100
    assert max(found.values()) <= allowed(week, found), best(found)
    assert sealed_before(week) == set()


def sealed_before(week):
    """Files beneath the database, after closing, with anything of what lay sealed before it."""
    *_, before, after = week.seized.copies
    piles = (before.tables[pile] for pile in ("survey_sealed", "survey_receipts"))
    found = [row.get("sealed", row.get("digest"))[:32] for rows in piles for row in rows]
    assert len(found) == 2 * len(week.truth) and not after.tables["survey_sealed"]
    files = {name: held for name, held in after.files.items() if LOG not in name}
    return {name for name, held in files.items() if any(one in held for one in found)}


def right(adversary, truth):
    """By each strategy: about how many people it is right."""
    return {
        way: sum(truth[person] == said for person, said in guess.items())
        for way, guess in adversary.guesses()
    }


def allowed(week, strategies):
    """About how many one may be right by chance, of all that were tried."""
    groups = len(set(week.seized.people.values()))
    people = groups
    while groups**people / factorial(people) > 1 / (ONCE_IN * len(strategies)):
        people += 1
    return people


def best(found):
    return sorted(found.items(), key=lambda one: one[1], reverse=True)[:20]


def readable(week):
    """Names of whatever holds a remark, a set of answers or the key."""
    wanted = [text.encode() for text in week.remarks.values() if text]
    wanted += [week.key, week.key.hex().encode()]
    return {name for name, held in week.seized.every_byte() if any(one in held for one in wanted)}
