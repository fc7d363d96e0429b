"""The ledger outlives the database, and says no more than it must."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from app.core import erasures


@pytest.fixture
def ledger(app, tmp_path, monkeypatch):
    monkeypatch.setitem(app.config, "ERASURES", str(tmp_path / "not there yet" / "ledger"))
    monkeypatch.setattr(erasures, "_erases", {"thing": lambda erased: None})
    return erasures.ledger()


def test_what_is_noted_is_read_again_in_its_order(ledger):
    noted = [erasures.note("thing", number) for number in (7, 3, 5)]
    assert erasures.noted(ledger) == noted
    assert {key for line in ledger.read_text().splitlines() for key in json.loads(line)} == {
        *("kind", "id", "at")
    }


def test_a_ledger_that_nobody_wrote_is_empty(ledger):
    assert erasures.noted(ledger) == []


def test_what_nobody_can_erase_is_not_noted(ledger):
    with pytest.raises(LookupError):
        erasures.note("rumour", 7)
    assert not ledger.exists()


def test_two_functions_do_not_erase_one_kind(ledger):
    with pytest.raises(RuntimeError):
        erasures.erases("thing")(lambda erased: None)


def test_several_write_at_once_and_no_line_is_torn(app, ledger):
    def note(number):
        with app.app_context():
            erasures.note("thing", number)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(note, range(200)))
    assert {erased.id for erased in erasures.noted(ledger)} == set(range(200))


def test_what_another_ledger_says_is_learnt_once(ledger, tmp_path):
    here = erasures.note("thing", 1)
    other = tmp_path / "other"
    other.write_text(here.line() + "\n" + '{"kind": "thing", "id": 2, "at": "2020-01-01T00:00:00"}')
    for _ in range(2):
        erasures.learn(erasures.noted(ledger, other))
    assert [erased.id for erased in erasures.noted(ledger)] == [2, 1]
    assert len(ledger.read_text().splitlines()) == 2


def test_every_line_is_carried_out_again(ledger, monkeypatch):
    erased = []
    monkeypatch.setitem(erasures._erases, "thing", erased.append)
    noted = [erasures.note("thing", number) for number in (7, 3)]
    erasures.replay(erasures.noted(ledger))
    assert erased == noted
