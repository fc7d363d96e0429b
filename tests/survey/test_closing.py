"""Closing: what lay sealed is opened, counted and written anew, and nothing is left that links."""

import sqlite3
import threading
from collections import Counter
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy import event, func, select, text, update

from app.audit.models import Entry
from app.core import outbox
from app.core.db import db, writing
from app.notifications.models import Delivery, Notification
from app.people.models import Person
from app.survey import closing, keys, queries, scrubbing, sealing, stopping
from app.survey.errands import keep_time
from app.survey.models import (
    Ballot,
    Invitation,
    NotNow,
    Receipt,
    Remark,
    Sealed,
    Wave,
    WaveState,
)
from app.survey.sealing import Answered
from app.survey.suppression import Hidden
from tests.factories import make_person, make_unit
from tests.factories.survey import TYPICAL, answer, close_wave, open_wave


@pytest.fixture
def house(app):
    """The whole of 52: clinics 24, offices 14, and fourteen without a unit."""
    people = {}
    for name, n in (("Clinics", 24), ("Offices", 14)):
        unit = make_unit(name)
        people[name] = [make_person(unit_id=unit.id) for _ in range(n)]
    people[""] = [make_person() for _ in range(13)] + [make_person("Miren", "hr")]
    return people


def answered_by(house, **many):
    """An open wave that the first so many of each have answered; every third wrote something."""
    opened = open_wave(by=house[""][-1])
    for name, n in many.items():
        for nth, person in enumerate(house[name.replace("others", "")][:n]):
            answers = TYPICAL | {"q1": 1 + nth % 5, "q2": "na" if nth % 4 == 0 else 5}
            answer(opened, person, answers, remark=f"{name} {nth}" if nth % 3 == 0 else "")
    return opened


@pytest.fixture
def wave(house):
    """45 of 52 have answered."""
    return answered_by(house, Clinics=22, Offices=12, others=11)


def count(pile):
    return db.session.scalar(select(func.count()).select_from(pile))


def groups(wave):
    return {group.name: group for group in queries.groups_of(wave.id)}


def stop(wave):
    """It takes no more answers; its number."""
    number = wave.id
    db.session.rollback()
    with writing():
        stopping.stop(db.session.get_one(Wave, number), by=None)
    return number


def said(wave):
    """What everybody answered, of which group."""
    names = {group.id: group.name for group in queries.groups_of(wave.id)}
    rows = db.session.scalars(select(Ballot).where(Ballot.wave_id == wave.id))
    return Counter((names[row.group_id], str(row.answers)) for row in rows)


def is_closed(number, answered=45):
    """All that is true of a wave that has closed, whatever happened on the way."""
    db.session.rollback()
    wave = db.session.get_one(Wave, number)
    assert (wave.state, wave.answered, wave.unread) == (WaveState.CLOSED, answered, 0)
    assert [count(pile) for pile in (Receipt, Sealed, Ballot)] == [0, 0, answered]
    assert not keys.is_there(wave.key_name)
    assert sum(said(wave).values()) == answered
    assert groups(wave)[""].figures["n"][0] <= answered
    return wave


def test_what_was_answered_is_there_and_nothing_that_leads_to_anybody(wave):
    closed = is_closed(close_wave(wave).id)

    answers = said(closed)
    assert answers["Offices", str({"q1": 1, "q2": "na"} | _rest())] == 1
    assert Counter(name for name, _ in answers.elements()) == {"Clinics": 22, "Offices": 12, "": 11}
    found = {name: (group.hidden, group.figures["tier"]) for name, group in groups(closed).items()}
    assert found == {
        "": (None, "distribution"),
        "Clinics": (None, "detail"),
        "Offices": (None, "detail"),
    }
    assert groups(closed)[""].figures["items"]["q1"]["shares"] == [35, 18, 47]


def _rest():
    return {f"q{n}": 4 for n in range(3, 11)} | {"q12": 9}


def test_it_is_recorded_once_and_hr_is_told(wave, house):
    number = close_wave(wave).id
    closing.close(number)
    outbox.drain()
    db.session.rollback()

    entries = db.session.scalars(select(Entry).where(Entry.fact == "WaveClosed")).all()
    assert [(entry.details["n"], entry.details["invited"]) for entry in entries] == [(45, 52)]
    told = (
        select(Notification.person_id)
        .join(Delivery, Delivery.id == Notification.delivery_id)
        .where(Delivery.fact == "WaveClosed")
    )
    assert db.session.scalars(told).all() == [house[""][-1].id]


def test_hr_reads_of_it_at_the_bell(client, wave, house):
    close_wave(wave)
    outbox.drain()
    page = client.sign_in(house[""][-1]).get("/notifications")
    assert "has closed, and its figures are there" in page.text


def test_a_remark_goes_where_ten_answered(house):
    """Of the offices nine have, so that their remarks are the whole's."""
    number = close_wave(answered_by(house, Clinics=22, Offices=9, others=11)).id

    names = {group.id: group.name for group in queries.groups_of(number)}
    of = {row.text: names[row.group_id] for row in db.session.scalars(select(Remark))}
    assert Counter((text_.split()[0], place) for text_, place in of.items()) == {
        ("Clinics", "Clinics"): 8,
        ("Offices", ""): 3,
        ("others", ""): 4,
    }


def test_of_less_than_ten_no_remark_is_kept(house):
    closed = close_wave(answered_by(house, Clinics=9))
    assert groups(closed)[""].figures["tier"] == "score"
    assert count(Remark) == 0


def test_a_blank_or_overlong_remark_does_no_harm(house):
    opened = open_wave()
    for nth, person in enumerate(house["Clinics"][:12]):
        answer(opened, person, remark="  " if nth else "x" * 500)
    close_wave(opened)
    assert [len(row.text) for row in db.session.scalars(select(Remark))] == [400]


def test_who_answered_nothing_has_answered_all_the_same(house):
    opened = open_wave()
    for person in house["Clinics"][:20]:
        answer(opened, person, {"q1": "na", "q99": 3, "q3": 7})
    closed = close_wave(opened)

    assert closed.answered == 20
    assert groups(closed)[""].figures["n"] == [20, 20]
    assert groups(closed)[""].figures["items"]["q1"] == {"hidden": "few"}
    assert [row.answers for row in db.session.scalars(select(Ballot))] == [{"q1": "na"}] * 20


def test_nobody_answered(house):
    closed = close_wave(open_wave())
    assert (closed.state, closed.answered) == (WaveState.CLOSED, 0)
    assert {group.hidden for group in groups(closed).values()} == {Hidden.FEW}


def test_it_is_stopped_and_counted_in_one_go(wave):
    number = stop(wave)
    assert db.session.get_one(Wave, number).state is WaveState.COUNTING
    with pytest.raises(NotNow), writing():
        stopping.stop(db.session.get_one(Wave, number), by=None)
    outbox.drain()
    is_closed(number)


def test_a_stop_that_is_refused_counts_nothing(wave):
    number = wave.id
    db.session.rollback()
    with pytest.raises(ZeroDivisionError), writing():
        _stop_and_fail(number)
    outbox.drain()
    assert db.session.get_one(Wave, number).is_open


def _stop_and_fail(number):
    stopping.stop(db.session.get_one(Wave, number), by=None)
    raise ZeroDivisionError


def test_what_cannot_be_read_is_counted(wave):
    """Of one something was changed, one is of another key, one of no group of this wave."""
    number, key = wave.id, keys.read(wave.key_name)
    first, second, third = db.session.scalars(select(Sealed.id).limit(3)).all()
    stranger = sealing.seal(bytes(32), Answered(1, TYPICAL))
    lost = sealing.seal(key, Answered(10**6, TYPICAL))
    db.session.rollback()
    with writing(shown=False):
        for one, sealed in ((first, b"x" * 60), (second, stranger), (third, lost)):
            db.session.execute(update(Sealed).where(Sealed.id == one).values(sealed=sealed))
    closed = close_wave(db.session.get_one(Wave, number))

    assert (closed.answered, closed.unread) == (45, 3)
    assert groups(closed)[""].figures["n"] == [42, 42]


def test_without_its_key_it_closes_with_its_counts_alone(wave):
    number = stop(wave)
    keys.destroy(db.session.get_one(Wave, number).key_name)
    with pytest.raises(keys.KeyLost):
        closing.close(number, may_wait=True)
    assert count(Sealed) == 45

    closing.close(number)
    closed = db.session.get_one(Wave, number)
    assert (closed.state, closed.answered, closed.unread) == (WaveState.CLOSED, 45, 45)
    assert {group.hidden for group in groups(closed).values()} == {Hidden.FEW}
    assert [count(pile) for pile in (Receipt, Sealed, Ballot)] == [0, 0, 0]


def test_a_key_that_is_out_of_reach_for_a_while_is_waited_for(wave):
    number = stop(wave)
    place = Path(keys.folders()[0]) / db.session.get_one(Wave, number).key_name
    db.session.rollback()
    away = place.rename(place.with_name("elsewhere"))
    outbox.drain()
    assert queries.state_of(number) is WaveState.COUNTING
    away.rename(place)
    _make_due()
    outbox.drain()
    is_closed(number)


def _make_due():
    db.session.rollback()
    with writing(shown=False):
        db.session.execute(update(outbox.Errand).values(due_at=None))


class Killed(BaseException):
    """As a process is: nothing catches it on the way."""


@contextmanager
def killed_after(statements):
    """Whoever lives through so many statements, and then asks for another one, is killed."""
    left = iter(range(statements))

    def count_down(connection, cursor, statement, *rest):
        if not statement.startswith(("BEGIN", "PRAGMA")) and next(left, None) is None:
            raise Killed

    event.listen(db.engine, "before_cursor_execute", count_down)
    try:
        yield
    finally:
        event.remove(db.engine, "before_cursor_execute", count_down)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # open cursors
def test_killed_anywhere_it_is_begun_again_and_ends_well(wave, monkeypatch):
    """Each time it lives one statement longer: so it dies before, in and after every step."""
    monkeypatch.setattr(closing, "AT_ONCE", 20)
    number, deaths, states = stop(wave), 0, set()
    while True:
        try:
            with killed_after(deaths):
                closing.close(number)
            break
        except Killed:
            db.session.rollback()
            deaths += 1
            states.add((queries.state_of(number), count(Ballot), count(Sealed)))
            db.session.rollback()
    assert deaths > 30
    assert {(WaveState.COUNTING, n, 45) for n in (0, 20, 40, 45)} <= states
    assert {state for state, *_ in states} == {WaveState.COUNTING, WaveState.CLOSED}
    is_closed(number)
    assert count(Remark) == 16


def test_killed_before_its_key_died_the_next_pulse_ends_it(wave):
    number = stop(wave)
    key = keys.read(db.session.get_one(Wave, number).key_name)
    closing.close(number)
    place = Path(keys.folders()[0]) / db.session.get_one(Wave, number).key_name
    db.session.rollback()
    place.write_bytes(key)
    keep_time()
    is_closed(number)


def test_two_workers_at_once_make_one_of_it(app, wave, monkeypatch):
    """The second counts all of it while the first is about to read what lies sealed."""
    monkeypatch.setattr(scrubbing, "PATIENCE", 0)
    number, second = stop(wave), []

    def count_it():
        with app.test_request_context(), suppress(sqlite3.OperationalError):
            closing.close(number)

    def meanwhile(connection, cursor, statement, *rest):
        if "SELECT survey_sealed.sealed" in statement and not second:
            second.append(threading.Thread(target=count_it))
            second[0].start()
            second[0].join()

    event.listen(db.engine, "before_cursor_execute", meanwhile)
    with pytest.raises(closing.Disturbed):
        closing.close(number)
    event.remove(db.engine, "before_cursor_execute", meanwhile)
    closing.close(number)
    is_closed(number)


def test_nothing_is_left_in_the_files(wave):
    """Neither a receipt, nor a sealed answer, nor anything that led to one."""
    columns = (Receipt.digest, Sealed.id, Sealed.sealed, Sealed.withdrawal)
    rows = [row[:24] for column in columns for row in db.session.scalars(select(column))]
    before = files()
    assert all(any(row in file for file in before) for row in rows)

    close_wave(wave)
    after = files()
    assert not any(row in file for file in after for row in rows)


def files():
    """What the files of the database hold, or those of the piles."""
    db.session.rollback()
    if db.engine.dialect.name == "sqlite":
        place = Path(db.engine.url.database)
        beside = place.with_name(place.name + "-wal")
        return [file.read_bytes() for file in (place, beside) if file.exists()]
    with writing(shown=False):
        db.session.execute(text("CHECKPOINT"))
    read = text(
        "SELECT pg_read_binary_file(pg_relation_filepath(oid)) FROM pg_class"
        " WHERE relname = ANY(:names) OR oid IN"
        " (SELECT reltoastrelid FROM pg_class WHERE relname = ANY(:names))"
    )
    names = [pile.__tablename__ for pile in (Receipt, Sealed, Ballot)]
    found = [bytes(file) for file in db.session.scalars(read, {"names": names})]
    db.session.rollback()
    return found


def test_ballots_lie_in_an_order_that_says_nothing(wave, monkeypatch):
    """A few in each transaction, shuffled; and no row has a number of its own."""
    monkeypatch.setattr(closing, "AT_ONCE", 15)
    key = keys.read(wave.key_name)
    lay = [sealing.unseal(key, sealed) for sealed in queries.sealed_of(wave.id)]
    closed = close_wave(wave)

    if db.engine.dialect.name == "sqlite":
        for pile in ("ballots", "remarks"):
            with pytest.raises(Exception, match="no such column"):
                db.session.execute(text(f"SELECT rowid FROM survey_{pile}")).all()
        return
    found = select(text("xmin::text"), Ballot.group_id, Ballot.answers).order_by(text("ctid"))
    rows = db.session.execute(found).all()
    sizes = Counter(row[0] for row in rows)
    assert sorted(sizes.values()) == [15, 15, 15]
    written = [(row.group_id, row.answers) for row in rows]
    assert written != [(one.group, one.answers) for one in lay]  # as a copy of then would show it
    remarks = set(db.session.scalars(select(text("xmin::text")).select_from(Remark)))
    assert not remarks & sizes.keys()
    assert closed.answered == 45


def test_another_wave_may_be_open_already(wave, house):
    """Its answers stay where they lie, and so does its key."""
    number = stop(wave)
    other = open_wave(name="Spring", by=house[""][0])
    for person in house["Clinics"][:15]:
        answer(other, person)
    outbox.drain()

    db.session.rollback()
    assert [count(pile) for pile in (Receipt, Sealed, Ballot)] == [15, 15, 45]
    assert db.session.get_one(Wave, number).state is WaveState.CLOSED
    assert keys.is_there(db.session.get_one(Wave, other.id).key_name)
    is_closed(close_other(other), answered=15)


def close_other(wave):
    number = close_wave(wave).id
    db.session.rollback()
    with writing(shown=False):
        db.session.execute(Ballot.__table__.delete().where(Ballot.wave_id != number))
    return number


def test_who_reads_goes_on_while_it_closes(wave, monkeypatch):
    """Somebody looks at the piles from before it closes until after, as a backup does. A SQLite
    then keeps its log for the time being, and the rest of it is tried again.
    """
    monkeypatch.setattr(scrubbing, "PATIENCE", 0)
    number, seen = stop(wave), select(func.count()).select_from(Sealed)
    with db.engine.connect() as reader:
        assert reader.scalar(seen) == 45
        outbox.drain()
        assert queries.state_of(number) is WaveState.CLOSED
        left = reader.scalar(seen)
        assert left == (45 if db.engine.dialect.name == "sqlite" else 0)
    _make_due()
    outbox.drain()
    is_closed(number)
    assert outbox.queries.count_by_state()[outbox.State.WAITING] == 0


def test_the_second_wave_says_what_changed(wave, house):
    close_wave(wave)
    second = answered_by(house, Clinics=24, Offices=14, others=13)
    assert second.previous_id == wave.id
    closed = close_wave(second)

    found = {name: group.figures for name, group in groups(closed).items()}
    before = groups(db.session.get_one(Wave, closed.previous_id))
    change = found["Clinics"]["index"]["change"]
    assert change["before"] == before["Clinics"].figures["index"]["mean"]
    assert found[""]["items"]["q1"]["change"]["arrow"] is None


def test_a_change_of_a_few_people_is_not_told(wave, house):
    """Two have left the clinics in between: what they said would be the difference."""
    close_wave(wave)
    gone = [person.id for person in house["Clinics"][:2]]
    db.session.rollback()
    with writing():
        for number in gone:
            db.session.get_one(Person, number).unit_id = None
    house["Clinics"] = house["Clinics"][2:]
    closed = close_wave(answered_by(house, Clinics=22, Offices=14, others=13))

    found = {name: group.figures for name, group in groups(closed).items()}
    assert found["Clinics"]["index"]["change"] is None
    assert found["Offices"]["index"]["change"]
    assert found[""]["index"]["change"]  # they are still there


def test_what_was_erased_is_not_compared_with(wave, house):
    first = close_wave(wave).id
    db.session.rollback()
    with writing():
        db.session.execute(Invitation.__table__.delete())
        db.session.execute(Ballot.__table__.delete())
        db.session.get_one(Wave, first).erase()
    closed = close_wave(answered_by(house, Clinics=24, Offices=14, others=13))
    changes = [group.figures["index"]["change"] for group in groups(closed).values()]
    assert changes == [None] * 3
