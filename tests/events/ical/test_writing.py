"""A document of ours, read by programs that are not ours."""

from datetime import date, datetime, timedelta

import icalendar
import pytest

from app.core import clock
from app.core.db import db, writing
from app.events import queries, scheduling
from app.events.ical.writing import dates, document
from app.events.models import Event, When
from app.people.models import Person
from tests.events.ical import A_DAY, by_recurring, components, is_read_as_kept, moment
from tests.factories.events import MADRID, cancel_event, date_of, make_event
from tests.naughty import NAUGHTY

SPRING, AUTUMN = date(2027, 3, 28), date(2026, 10, 25)
HOUR = timedelta(hours=1)
EVERY_TUESDAY = "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630T215959Z"


@pytest.fixture(autouse=True)
def today(app):
    with clock.at(datetime(2026, 10, 1, 9)):
        yield


def written(event, **given):
    db.session.expire_all()
    return document([db.session.get_one(Event, event.id)], **given)


def move(occurrence, starts, lasts=HOUR, place="Bilbao", by=None):
    number = occurrence.id
    with writing():
        held = queries.held(number)
        when = When(starts, starts + lasts, held.zone, held.is_all_day)
        held.move(when, place=place, call_url="", by=by)


def cancel_date(occurrence, reason="The room has no light."):
    number = occurrence.id
    with writing():
        queries.held(number).cancel(reason, by=None)


def test_every_tuesday_at_ten_is_at_ten_on_both_sides_of_both_changes_of_the_clock(ane):
    event = make_event(ane, starts=datetime(2026, 10, 20, 10), rule=EVERY_TUESDAY)
    read = is_read_as_kept(written(event), event)
    assert len(read) == 37
    begin = {one[0] for one in read}
    assert {datetime(2026, 10, 20, 8), datetime(2026, 10, 27, 9)} <= begin  # summer, winter
    assert {datetime(2027, 3, 23, 9), datetime(2027, 3, 30, 8)} <= begin


@pytest.mark.parametrize("hour", [0, 1, 2, 3, 22, 23])
@pytest.mark.parametrize("lasts", [timedelta(0), HOUR, 4 * HOUR, 26 * HOUR])
@pytest.mark.parametrize("day", [SPRING, AUTUMN, SPRING - A_DAY])
def test_in_the_night_of_the_change_it_begins_and_ends_as_we_say(ane, day, hour, lasts):
    starts = datetime(day.year, day.month, day.day, hour, 30)
    first = starts - timedelta(days=14)
    alone = make_event(ane, starts=starts, lasts=lasts)
    series = make_event(ane, starts=first, lasts=lasts, rule="FREQ=WEEKLY;COUNT=5")
    begins_there = make_event(ane, starts=starts, lasts=lasts, rule="FREQ=WEEKLY;COUNT=3")
    for event in (alone, series, begins_there):
        is_read_as_kept(written(event), event)


def test_a_series_lasts_what_its_dates_last_by_the_clock_and_no_program_need_count_on_a_wall(ane):
    """RFC 5545, 3.8.5.3: each lasts exactly what the first does, where that has an end; so where
    the wall shows another hour meanwhile, the date says its own.
    """
    every_night = "FREQ=DAILY;COUNT=4"
    event = make_event(ane, starts=datetime(2027, 3, 26, 22), lasts=12 * HOUR, rule=every_night)
    master, apart = components(written(event))
    assert master["DTEND"].dt - master["DTSTART"].dt == 12 * HOUR
    assert apart["RECURRENCE-ID"].dt.date() == date(2027, 3, 27)
    assert moment(apart["DTEND"].dt) - moment(apart["DTSTART"].dt) == 11 * HOUR

    first_is_short = make_event(
        ane, starts=datetime(2027, 3, 27, 22), lasts=12 * HOUR, rule=every_night
    )
    master, apart = components(written(first_is_short))
    assert "DTEND" not in master and master["DURATION"].dt == 12 * HOUR
    assert moment(apart["DTEND"].dt) - moment(apart["DTSTART"].dt) == 11 * HOUR


def test_all_day_is_the_same_days_everywhere(ane):
    event = make_event(
        ane,
        starts=datetime(2026, 10, 22),
        lasts=2 * A_DAY,
        all_day=True,
        rule="FREQ=WEEKLY;BYDAY=TH;UNTIL=20270415T215959Z",
    )
    is_read_as_kept(written(event), event)
    (part,) = components(written(event))
    assert part["DTSTART"].to_ical() == b"20261022" and part["DTEND"].to_ical() == b"20261024"
    assert part["RRULE"].to_ical() == b"FREQ=WEEKLY;UNTIL=20270415;BYDAY=TH"
    assert b"VTIMEZONE" not in written(event)


def test_all_day_a_date_is_elsewhere_and_another_off(ane):
    event = make_event(
        ane, starts=datetime(2026, 10, 22), lasts=A_DAY, all_day=True, rule="FREQ=WEEKLY;COUNT=6"
    )
    move(date_of(event, 1), datetime(2026, 10, 31), lasts=2 * A_DAY)
    cancel_date(date_of(event, 3))
    is_read_as_kept(written(event), event)
    marked = [one["RECURRENCE-ID"] for one in components(written(event))[1:]]
    assert [one.to_ical() for one in marked] == [b"20261029", b"20261112"]
    assert all(one.params["VALUE"] == "DATE" for one in marked)


def test_a_date_on_another_day_is_there_and_not_where_it_was(ane):
    event = make_event(ane, starts=datetime(2026, 10, 20, 10), rule=EVERY_TUESDAY)
    move(date_of(event, 1), datetime(2026, 10, 29, 17), lasts=2 * HOUR, place="Gasteiz")
    read = is_read_as_kept(written(event), event)
    assert read[1][:2] == (datetime(2026, 10, 29, 16), datetime(2026, 10, 29, 18))
    master, apart = components(written(event))
    assert apart["RECURRENCE-ID"].to_ical() == b"20261027T100000"
    assert apart["UID"] == master["UID"] and apart["LOCATION"] == "Gasteiz"


def test_a_date_that_is_off_is_shown_as_off(ane):
    event = make_event(ane, starts=datetime(2026, 10, 20, 10), rule=EVERY_TUESDAY)
    cancel_date(date_of(event, 1))
    read = is_read_as_kept(written(event), event)
    assert [one[3] for one in read[:3]] == ["CONFIRMED", "CANCELLED", "CONFIRMED"]
    apart = components(written(event))[1]
    assert "The room has no light." in apart["DESCRIPTION"] and apart["TRANSP"] == "TRANSPARENT"


def test_the_second_tuesday_and_the_last_friday_of_a_month(ane):
    second = make_event(
        ane, starts=datetime(2026, 10, 13, 18), rule="FREQ=MONTHLY;BYDAY=2TU;COUNT=9"
    )
    last = make_event(ane, starts=datetime(2026, 10, 30, 9), rule="FREQ=MONTHLY;BYDAY=-1FR;COUNT=9")
    for event in (second, last):
        assert len(is_read_as_kept(written(event), event)) == 9


def test_dates_beside_a_rule_and_taken_out_of_it(ane):
    event = make_event(ane, starts=datetime(2026, 10, 20, 10), rule=EVERY_TUESDAY)
    with writing():
        held = db.session.get_one(Event, event.id)
        held.more_dates = [datetime(2026, 10, 24, 11).isoformat()]
        held.skipped = [datetime(2026, 11, 3, 10).isoformat()]
        scheduling.lay_out(held)
    read = is_read_as_kept(written(event), event)
    begin = [one[0] for one in read]
    assert datetime(2026, 10, 24, 9) in begin and datetime(2026, 11, 3, 9) not in begin


def test_a_first_date_that_its_rule_does_not_say_is_there(ane):
    """A Saturday, and from then on from Monday to Friday."""
    rule = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20261031T225959Z"
    event = make_event(ane, starts=datetime(2026, 10, 24, 10), rule=rule)
    assert len(is_read_as_kept(written(event), event)) == 6


def test_a_series_without_an_end_goes_on_beyond_what_is_laid_out(ane):
    event = make_event(ane, starts=datetime(2026, 10, 20, 10), rule="FREQ=WEEKLY")
    far = datetime(2031, 1, 1)
    read = by_recurring(written(event), far, far + timedelta(days=28))
    assert len(read) == 4
    is_read_as_kept(written(event), event)


def test_what_has_begun_stays_where_it_was_when_a_series_moves_to_another_day(ane):
    event = make_event(ane, starts=datetime(2026, 10, 6, 10), rule="FREQ=WEEKLY;COUNT=12")
    with clock.at(datetime(2026, 11, 1, 9)), writing():
        held = db.session.get_one(Event, event.id)
        held.stand_at(
            When(datetime(2026, 11, 5, 12), datetime(2026, 11, 5, 13), MADRID),
            rule="FREQ=WEEKLY;COUNT=4",
        )
        scheduling.lay_out(held)
        begin = [one.starts.isoweekday() for one in held.occurrences]
    assert set(begin) == {2, 4}
    is_read_as_kept(written(event), event)


def test_what_was_another_way_long_ago_is_forgotten(ane):
    event = make_event(ane, starts=datetime(2026, 10, 6, 10), rule="FREQ=WEEKLY;COUNT=60")
    move(date_of(event, 1), datetime(2026, 10, 14, 17))
    cancel_date(date_of(event, 50))
    since = datetime(2027, 6, 1)
    document = written(event, since=since)
    is_read_as_kept(document, event, since=since)
    master, off = components(document)
    assert off["STATUS"] == "CANCELLED"
    assert master["EXDATE"].to_ical() == b"20261013T100000"


def test_elsewhere_the_clock_is_described_and_utc_needs_no_description(ane):
    zones = ["America/New_York", "America/Mexico_City", "Africa/Casablanca", "Europe/Dublin", "UTC"]
    for zone in zones:
        event = make_event(
            ane, starts=datetime(2026, 10, 20, 10), rule="FREQ=WEEKLY;COUNT=40", zone=zone
        )
        read = written(event)
        is_read_as_kept(read, event)
        described = icalendar.Calendar.from_ical(read).walk("VTIMEZONE")
        assert [one["TZID"] for one in described] == ([zone] if zone != "UTC" else [])


def test_it_says_what_people_have_to_know_and_nobody_s_address(ane):
    event = make_event(
        ane,
        starts=datetime(2026, 10, 20, 10),
        text="Bring *wool*, see [the list](/blog).\n\n* needles\n* a wish",
        call_url="https://calls.example/room?a=1,2;b=3",
    )
    (part,) = components(written(event))
    page = f"https://wowista.test/events/{event.id}"
    assert part["SUMMARY"] == "Blankets for the shelter" and part["LOCATION"] == "Bilbao"
    assert part["URL"] == page and part["STATUS"] == "CONFIRMED"
    assert str(part["CONFERENCE"]) == "https://calls.example/room?a=1,2;b=3"
    assert part["CONFERENCE"].params["VALUE"] == "URI"
    assert part.categories == ["Giving back"]
    said = part["DESCRIPTION"]
    assert "Bring wool, see the list (https://wowista.test/blog).\n\n– needles\n– a wish" in said
    assert page in said and "https://calls.example/room?a=1,2;b=3" in said
    assert part["ORGANIZER"].params["CN"] == "Ane"
    assert part["ORGANIZER"] == f"https://wowista.test/people/{ane.id}"
    assert db.session.get_one(Person, ane.id).email.encode() not in written(event)


def test_its_name_stays_and_its_number_rises_with_every_change(ane):
    event = make_event(ane, starts=datetime(2026, 10, 20, 10))
    (first,) = components(written(event))
    with clock.at(datetime(2026, 10, 2, 9)):
        move(date_of(event), datetime(2026, 10, 21, 10))
    (second,) = components(written(event))
    with clock.at(datetime(2026, 10, 3, 9)):
        cancel_event(event, by=ane)
    (third,) = components(written(event))
    assert first["UID"] == second["UID"] == third["UID"]
    assert [one["SEQUENCE"] for one in (first, second, third)] == [0, 1, 2]
    stamps = [one["LAST-MODIFIED"].dt for one in (first, second, third)]
    assert stamps == sorted(set(stamps)) and third["DTSTAMP"] == third["LAST-MODIFIED"]
    assert third["STATUS"] == "CANCELLED" and first["CREATED"] == third["CREATED"]


def test_what_did_not_change_is_written_alike(ane):
    event = make_event(ane, starts=datetime(2026, 10, 20, 10), rule=EVERY_TUESDAY)
    first = written(event, name="Mine")
    with clock.at(datetime(2026, 10, 5, 9)):
        assert written(event, name="Mine") == first


def test_one_date_of_a_series_says_which_one_it_is(ane):
    event = make_event(ane, starts=datetime(2026, 10, 20, 10), rule=EVERY_TUESDAY)
    move(date_of(event, 1), datetime(2026, 10, 29, 17))
    alone = dates([date_of(event, 1)])
    (part,) = components(alone)
    assert part["RECURRENCE-ID"].to_ical() == b"20261027T100000" and "RRULE" not in part
    since, until = datetime(2026, 10, 1), datetime(2027, 12, 1)
    assert [one[0] for one in by_recurring(alone, since, until)] == [datetime(2026, 10, 29, 16)]


def test_a_calendar_that_is_subscribed_to_has_a_name_and_asks_again(ane):
    event = make_event(ane, starts=datetime(2026, 10, 20, 10))
    read = icalendar.Calendar.from_ical(written(event, name="My calendar"))
    assert read["NAME"] == read["X-WR-CALNAME"] == "My calendar"
    assert read["REFRESH-INTERVAL"].dt == HOUR and read["X-PUBLISHED-TTL"] == "PT1H"
    assert read["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"
    assert read["METHOD"] == "PUBLISH"
    assert "NAME" not in icalendar.Calendar.from_ical(written(event))


def test_many_events_share_the_description_of_a_clock(ane):
    events = [make_event(ane, starts=datetime(2026, 10, day, 10)) for day in (20, 21)]
    read = icalendar.Calendar.from_ical(document(events))
    assert len(read.walk("VEVENT")) == 2 and len(read.walk("VTIMEZONE")) == 1


@pytest.mark.parametrize("words", NAUGHTY, ids=range(len(NAUGHTY)))
def test_whatever_people_write_is_read(ane, words):
    event = make_event(
        ane,
        starts=datetime(2026, 10, 20, 10),
        title=" ".join(words.split())[:160] or "x",
        text=words or "x",
        place=words[:200],
    )
    assert len(is_read_as_kept(written(event), event)) == 1
