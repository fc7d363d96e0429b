"""Seats: given one by one, and nobody passes whoever waits before them."""

from datetime import timedelta

import pytest

from app.core import clock, outbox
from app.core.db import db, writing
from app.events import queries, scheduling, seating
from app.events.models import Answer, Event, Occurrence, Reply, Seat
from app.notifications.models import Delivery, Notification
from app.people.models import Person
from tests.factories import enter, leave, make_person, make_space
from tests.factories.events import answer, answer_series, date_of, make_event, seats, tomorrow


@pytest.fixture
def three(app):
    return [make_person(name) for name in ("Ane", "Jon", "Maite")]


def test_who_comes_after_the_last_seat_waits_and_moves_up(three):
    date = date_of(make_event(capacity=1))
    ane, jon, maite = three
    assert answer(date, ane).seat is Seat.GOING
    assert answer(date, jon).seat is Seat.WAITING
    assert answer(date, maite).seat is Seat.WAITING
    answer(date, ane, Reply.NO)
    assert seats(date) == [(ane.id, "none"), (jon.id, "going"), (maite.id, "waiting")]


def test_whoever_moves_up_is_told(three):
    date = date_of(make_event(capacity=1))
    ane, jon, _ = three
    answer(date, ane)
    answer(date, jon)
    answer(date, ane, Reply.NO)
    outbox.drain()
    assert [one.person_id for one in db.session.query(Notification)] == [jon.id]


def test_nobody_passes_somebody_who_needs_two_seats(three):
    date = date_of(make_event(capacity=2, guests=1))
    ane, jon, maite = three
    answer(date, ane)
    assert answer(date, jon, guests=1).seat is Seat.WAITING
    assert answer(date, maite).seat is Seat.WAITING
    answer(date, ane, Reply.NO)
    assert dict(seats(date))[jon.id] == "going"
    assert dict(seats(date))[maite.id] == "waiting"


def test_whoever_leaves_the_line_and_comes_back_stands_at_its_end(three):
    date = date_of(make_event(capacity=1))
    ane, jon, maite = three
    for one in three:
        answer(date, one)
    answer(date, jon, Reply.NO)
    answer(date, jon)
    answer(date, ane, Reply.NO)
    assert dict(seats(date))[maite.id] == "going"


def test_pressing_again_keeps_ones_place(three):
    date = date_of(make_event(capacity=1))
    ane, jon, _ = three
    for one in (*three, jon):
        answer(date, one)
    answer(date, ane, Reply.NO)
    assert dict(seats(date))[jon.id] == "going"


def test_shortly_before_nobody_moves_up_by_itself_and_a_free_seat_is_whose_who_takes_it(three):
    date = date_of(make_event(capacity=1))
    ane, jon, maite = three
    for one in three:
        answer(date, one)
    with clock.at(date.starts_at - timedelta(hours=1)):
        answer(date, ane, Reply.NO)
        assert dict(seats(date))[jon.id] == "waiting"
        assert answer(date, maite).seat is Seat.GOING


def test_more_guests_than_seats_are_refused_and_ones_own_seat_stays(three):
    date = date_of(make_event(capacity=2, guests=3))
    answer(date, three[0])
    with pytest.raises(seating.Full):
        answer(date, three[0], guests=3)
    assert seats(date) == [(three[0].id, "going")]


def test_guests_are_as_many_as_one_may_bring(three):
    date = date_of(make_event(guests=1))
    assert answer(date, three[0], guests=5).guests == 1


def test_a_yes_to_a_series_is_a_yes_to_each_date_but_those_answered_on_their_own(three):
    event = make_event(rule="FREQ=DAILY;COUNT=4", starts=tomorrow())
    ane = three[0]
    answer(date_of(event, 2), ane, Reply.NO)
    answer_series(event, ane)
    found = [dict(seats(date_of(event, place))).get(ane.id) for place in range(4)]
    assert found == ["going", "going", "none", "going"]
    answer_series(event, ane, Reply.NO)
    assert dict(seats(date_of(event, 0)))[ane.id] == "none"


def test_a_yes_to_one_date_says_nothing_of_the_others(three):
    event = make_event(rule="FREQ=DAILY;COUNT=4")
    answer(date_of(event, 1), three[0])
    assert [bool(seats(date_of(event, place))) for place in range(4)] == [0, 1, 0, 0]


def test_an_organiser_says_whether(three):
    date = date_of(make_event(capacity=1, needs_approval=True))
    ane, jon, _ = three
    assert answer(date, ane).seat is Seat.ASKED
    assert db.session.get_one(Occurrence, date.id).asking == 1
    assert answer(date, jon).seat is Seat.ASKED
    assert db.session.get_one(Occurrence, date.id).taken == 0


def test_counts_are_those_of_the_answers(three):
    date = date_of(make_event(capacity=2, guests=1))
    answer(date, three[0], guests=1)
    answer(date, three[1])
    answer(date, three[2], Reply.MAYBE)
    found = db.session.get_one(Occurrence, date.id)
    assert (found.taken, found.waiting, found.maybe) == (2, 1, 1)
    assert db.session.query(Answer).count() == 3
    assert db.session.get_one(Event, date.event_id)


def test_a_long_series_takes_as_many_questions_as_a_short_one(three, request):
    asked, counted = request.getfixturevalue("queries"), []
    for count in (3, 300):
        event = make_event(rule=f"FREQ=DAILY;COUNT={count}", capacity=9)
        asked.clear()
        answer_series(event, three[0])
        counted.append(sum(not one.startswith("INSERT") for one in asked))
        assert dict(seats(date_of(event, count - 1))) == {three[0].id: "going"}
    assert counted[1] == counted[0]


def test_more_than_there_will_ever_be_room_for_are_told_so_and_stop_nobody(three):
    event = make_event(capacity=2, guests=5)
    date = date_of(event)
    with pytest.raises(seating.Full):
        answer(date, three[0], guests=4)
    assert answer(date, three[1]).seat is Seat.GOING


def test_a_party_too_large_for_a_smaller_room_stops_nobody_behind_it(three):
    event = make_event(capacity=3, guests=2)
    date = date_of(event)
    ane, jon, maite = three
    answer(date, ane)
    assert answer(date, jon, guests=2).seat is Seat.WAITING
    assert answer(date, maite).seat is Seat.WAITING
    with writing():
        held = db.session.get_one(Event, event.id)
        held.capacity = 2
        seating.resettle(held)
    assert dict(seats(date)) == {ane.id: "going", jon.id: "waiting", maite.id: "going"}


def test_whoever_was_told_no_is_not_asked_about_again_by_saying_no_and_yes(three):
    date = date_of(make_event(needs_approval=True))
    answer(date, three[0])
    with writing():
        held = queries.held(date.id)
        seating.refuse(held, queries.answer_of(three[0].id, date.id), by=held.event.author)
    for reply in (Reply.NO, Reply.YES, Reply.MAYBE):
        assert answer(date, three[0], reply).seat is Seat.REFUSED


def test_let_in_when_it_is_full_one_waits_and_is_told_that(three):
    date = date_of(make_event(needs_approval=True, capacity=1))
    for one in three[:2]:
        answer(date, one)
        with writing():
            held = queries.held(date.id)
            seating.accept(held, queries.answer_of(one.id, date.id), by=held.event.author)
    assert dict(seats(date)) == {three[0].id: "going", three[1].id: "waiting"}
    outbox.drain()
    facts = {
        one.person_id: db.session.get_one(Delivery, one.delivery_id).fact
        for one in db.session.query(Notification)
        if one.person_id in (three[0].id, three[1].id)
    }
    assert facts == {three[0].id: "SeatGiven", three[1].id: "PlaceInLineGiven"}


def test_organisers_hear_once_of_somebody_who_asks_for_a_whole_series(three):
    event = make_event(rule="FREQ=DAILY;COUNT=5", needs_approval=True)
    answer_series(event, three[0])
    assert db.session.query(Delivery).filter_by(fact="SeatAsked").count() == 1
    answer_series(event, three[0])
    assert db.session.query(Delivery).filter_by(fact="SeatAsked").count() == 1


def test_whoever_is_gone_takes_no_seat_of_those_who_are_here(three):
    date = date_of(make_event(capacity=1))
    ane, jon, maite = three
    for one in three:
        answer(date, one)
    with writing():
        db.session.get_one(Person, jon.id).disabled_at = clock.now()
    answer(date, ane, Reply.NO)
    assert dict(seats(date)) == {ane.id: "none", jon.id: "waiting", maite.id: "going"}


def test_new_dates_of_a_series_fill_in_order(three):
    event = make_event(rule="FREQ=DAILY;COUNT=2", capacity=2)
    for one in three:
        answer_series(event, one)
    with writing():
        held = db.session.get_one(Event, event.id)
        held.stand_at(held.when, rule="FREQ=DAILY;COUNT=9")
        scheduling.lay_out(held)
    date = date_of(event, 8)
    assert (date.taken, date.waiting) == (2, 1)
    assert dict(seats(date)) == dict(
        zip([one.id for one in three], ["going", "going", "waiting"], strict=True)
    )


def test_a_party_that_the_room_has_become_too_small_for_breaks_nothing(client, three):
    event = make_event(rule="FREQ=DAILY;COUNT=2", capacity=3, guests=2)
    answer_series(event, three[0], guests=2)
    with writing():
        held = db.session.get_one(Event, event.id)
        held.capacity = 2
        held.stand_at(held.when, rule="FREQ=DAILY;COUNT=4")
        scheduling.lay_out(held)
    assert dict(seats(date_of(event, 3))) == {three[0].id: "going"}


def test_whoever_asked_for_more_than_there_is_room_for_now_is_not_let_in(client, three):
    event = make_event(capacity=3, guests=2, needs_approval=True)
    date = date_of(event)
    answer(date, three[0], guests=2)
    with writing():
        db.session.get_one(Event, event.id).capacity = 2
    client.sign_in(event.author)
    answered = client.post(f"/events/on/{date.id}/approval/{three[0].id}")
    assert answered.status_code == 303
    assert dict(seats(date)) == {three[0].id: "asked"}


def test_the_seat_of_whoever_is_gone_or_put_out_of_the_space_is_free(client, three):
    ane, jon, maite = three
    opener = make_person("Leire", "ambassador")
    room = make_space(opener, visibility="members")
    for one in three:
        enter(room, one)
    inside = date_of(make_event(opener, space=room.id, capacity=1))
    outside = date_of(make_event(opener, capacity=1))
    for one in (ane, jon):
        answer(inside, one)
        answer(outside, one)
    leave(room, ane)
    outbox.drain()
    assert dict(seats(inside)) == {ane.id: "none", jon.id: "going"}
    assert dict(seats(outside)) == {ane.id: "going", jon.id: "waiting"}
    with writing():
        db.session.get_one(Person, ane.id).disable(by=None)
    outbox.drain()
    assert dict(seats(outside)) == {ane.id: "none", jon.id: "going"}
    assert maite.id
