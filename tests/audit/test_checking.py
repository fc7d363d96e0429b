"""Whatever somebody with only the database does to the audit is found, and where."""

import pytest

from app.audit import checking, queries
from app.audit.models import Unsealed
from app.audit.sealing import BATCH, seal, spans
from app.core.db import db, writing
from tests.audit.books import findings, sealed, seals, tamper, write, written


def test_what_nobody_touched_is_as_it_was_written(ane):
    sealed(ane, 3, 1, 2)
    write(ane)

    report = checking.check()

    assert (report.entries, report.seals, report.waiting) == (7, 3, 1)
    assert report.findings == []


def test_an_empty_audit_is_as_it_was_written(app):
    assert findings() == []


def test_a_seal_takes_everything_and_the_next_one_nothing(ane):
    sealed(ane, 3)
    seal()

    (one,) = seals()
    first, *_, last = (entry.id for entry in written())
    assert (one.id, one.count, one.spans) == (1, 3, [[first, last]])


def test_more_than_a_batch_is_sealed_in_several(ane):
    write(ane, BATCH + 1)
    seal()

    assert [one.count for one in seals()] == [BATCH, 1]
    assert findings() == []


def test_neighbours_are_one_span():
    assert spans([1, 2, 3, 7, 9, 10]) == [[1, 3], [7, 7], [9, 10]]
    assert spans([]) == []


def number(position):
    return written()[position].id


@pytest.mark.parametrize(
    "change",
    [
        "actor_id = 77",
        "fact = 'PersonJoined'",
        "subject_id = subject_id + 1",
        "thread_id = 1000",
        """details = '{"role": "admin"}'""",
        "created_at = '2001-01-01 00:00:00'",
        "sign_in = 'abc'",
        "nonce = 'abc'",
        "mark = 'abc'",
    ],
)
def test_an_altered_entry_is_found(ane, change):
    sealed(ane, 3)
    middle = number(1)
    tamper(f"UPDATE audit_entries SET {change} WHERE id = {middle}")

    assert f"Entry {middle} (seal 1) was altered." in findings()


def test_a_deleted_entry_is_found(ane):
    sealed(ane, 3, 1)
    middle = number(1)
    tamper(f"DELETE FROM audit_entries WHERE id = {middle}")

    assert findings() == [f"Entry {middle} was deleted."]


def test_several_deleted_entries_are_one_sentence(ane):
    sealed(ane, 5, 1)
    first = number(0)
    tamper(f"DELETE FROM audit_entries WHERE id IN ({first}, {first + 2}, {first + 3})")

    assert findings() == [f"Entries {first}, {first + 2}–{first + 3} were deleted."]


COLUMNS = (
    "created_at, fact, actor_id, subject_kind, subject_id, thread_kind, thread_id, details,"
    " sign_in, nonce, mark"
)


def copy_to(place, origin, changed=COLUMNS):
    return (
        f"INSERT INTO audit_entries (id, {COLUMNS})"
        f" SELECT {place}, {changed} FROM audit_entries WHERE id = {origin}"
    )


def gap(person):
    """A number no entry has, between those of two seals."""
    sealed(person, 2)
    write(person, 2)
    free = number(2)
    tamper(
        f"DELETE FROM audit_entries WHERE id = {free}",
        f"DELETE FROM audit_unsealed WHERE entry_id = {free}",
    )
    seal()
    assert findings() == []
    return free


def test_an_entry_inserted_in_the_middle_is_found(ane):
    free = gap(ane)
    forged = COLUMNS.replace("actor_id", "99").replace("nonce", "'made up'")
    tamper(copy_to(free, number(0), forged))

    assert findings() == [f"Entry {free} was inserted."]


def test_an_inserted_entry_that_says_it_waits_is_found_before_and_after_its_seal(ane):
    free = gap(ane)
    forged = COLUMNS.replace("actor_id", "99").replace("nonce", "'made up'")
    tamper(
        copy_to(free, number(0), forged), f"INSERT INTO audit_unsealed (entry_id) VALUES ({free})"
    )

    assert findings() == [f"Entry {free} was altered or inserted before it was sealed."]
    seal()
    assert findings() == [f"Entry {free} (seal 3) was altered."]


def test_a_copy_of_a_true_entry_is_found(ane):
    free = gap(ane)
    first = number(0)
    tamper(copy_to(free, first), f"INSERT INTO audit_unsealed (entry_id) VALUES ({free})")
    seal()

    assert findings() == [f"Entry {free} is a copy of entry {first}."]


def test_entries_that_changed_places_are_found(ane):
    sealed(ane, 3, 1)
    first, second = number(0), number(1)
    tamper(
        f"UPDATE audit_entries SET id = -1 WHERE id = {first}",
        f"UPDATE audit_entries SET id = {first} WHERE id = {second}",
        f"UPDATE audit_entries SET id = {second} WHERE id = -1",
    )

    assert findings() == [
        "The entries of seal 1 are not the ones it was put on, or not in that order."
    ]


def test_a_deleted_last_seal_is_found(ane):
    sealed(ane, 2, 3)
    tamper("DELETE FROM audit_seals WHERE id = 2")
    third, *_, last = (entry.id for entry in written()[2:])

    assert findings() == [
        f"Entries {third}–{last} were left without a seal: was the last seal deleted?"
    ]


def test_a_deleted_seal_in_the_middle_is_found(ane):
    sealed(ane, 1, 1, 1)
    middle = number(1)
    tamper("DELETE FROM audit_seals WHERE id = 2")

    assert findings() == [
        "Seal 2 was deleted.",
        f"Entry {middle} was left without a seal: was the last seal deleted?",
    ]


@pytest.mark.parametrize(
    "change",
    ["count = 9", "spans = '[[1, 2147483647]]'", "entries = 'a'", "digest = 'a'", "previous = 'a'"],
)
def test_an_altered_seal_is_found(ane, change):
    sealed(ane, 1, 1)
    tamper(f"UPDATE audit_seals SET {change} WHERE id = 2")

    assert "Seal 2 was altered: what it says does not count." in findings()


def test_an_older_seal_put_in_the_place_of_another_does_not_fit(ane):
    sealed(ane, 1, 1, 1)
    tamper("DELETE FROM audit_seals WHERE id = 2", "UPDATE audit_seals SET id = 2 WHERE id = 3")

    found = findings()

    assert "Seal 2 does not follow the one before it." in found
    assert "Seal 2 was altered: what it says does not count." in found


def test_an_entry_deleted_before_it_was_sealed_is_found(ane):
    write(ane, 2)
    first = number(0)
    tamper(f"DELETE FROM audit_entries WHERE id = {first}")
    seal()

    assert findings() == [f"Entry {first} was deleted before a seal was put on."]


def test_an_entry_struck_off_the_list_is_found(ane):
    sealed(ane, 1)
    write(ane)
    tamper("DELETE FROM audit_unsealed")

    assert findings() == [f"Entry {number(1)} was left without a seal: was the last seal deleted?"]


def test_a_whole_end_cut_off_and_sealed_anew_is_found_by_a_published_head(ane):
    sealed(ane, 2, 2)
    head = checking.name(queries.last_seal())
    assert findings(head=head) == []
    last = number(-1)
    tamper(
        "DELETE FROM audit_seals WHERE id = 2",
        f"DELETE FROM audit_entries WHERE id = {last}",
        f"INSERT INTO audit_unsealed (entry_id) VALUES ({last - 1})",
    )
    seal()

    assert findings() == [], "the chain alone cannot know"
    assert findings(head=head) == [
        f"The seal {head} is not here: another stands in its place, or none."
    ]


def test_another_key_knows_nothing_of_it_and_says_what_to_do(ane, app, monkeypatch):
    sealed(ane, 2)
    monkeypatch.setitem(app.config, "SECRET_KEY", "the key this house has from today on")
    assert findings()[0] == checking.NOT_OURS

    monkeypatch.setitem(app.config, "AUDIT_KEY", "a key that only ever guards tests")
    assert findings() == []


def test_nobody_without_the_key_can_make_a_mark(ane, app, monkeypatch):
    """Everything about how it is made is public, but for the key."""
    sealed(ane, 1)
    monkeypatch.setitem(app.config, "SECRET_KEY", "a good guess, thirty-two letters")
    write(ane)
    seal()
    monkeypatch.undo()

    forged = number(-1)
    assert findings() == [
        "Seal 2 was altered: what it says does not count.",
        f"Entry {forged} was inserted.",
    ]


def test_a_number_committed_late_is_sealed_late_and_lost_to_nobody(ane):
    """PostgreSQL gives numbers as transactions write, and they commit in any order."""
    write(ane, 2)
    early = number(0)
    tamper(f"DELETE FROM audit_unsealed WHERE entry_id = {early}")  # nobody sees it yet
    seal()
    with writing():
        db.session.add(Unsealed(entry_id=early))
    seal()

    assert [one.spans for one in seals()] == [[[early + 1, early + 1]], [[early, early]]]
    assert findings() == []


def test_it_reads_everything_at_one_moment_and_leaves_no_trace(ane):
    sealed(ane, 2)
    checking.check()
    db.session.rollback()
    write(ane)

    assert len(written()) == 3
