"""Calendar files are understood as other programs understand them, and never trusted."""

import contextlib
import random
import time
from datetime import datetime, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.core import clock
from app.core.markdown.renderer import to_html
from app.core.remarks import Unreadable
from app.events.ical import reading
from app.events.ical.found import Found, Refused
from app.events.ical.texts import markdown
from tests.events.ical.calendars import EVENT, NAMES, TODAY, calendar, file, found, only, why
from tests.factories.events import MADRID

WEEKLY = EVENT + "RRULE:FREQ=WEEKLY;COUNT=3\n"


@pytest.fixture(autouse=True, scope="module")
def today():
    with clock.at(TODAY):
        yield


def titled(name, title):
    return next(one for one in found(file(name)) if isinstance(one, Found) and one.title == title)


def test_a_series_of_google_with_a_date_that_moved_and_one_that_is_off():
    one = titled("google", "Martes de escucha")
    assert (one.starts, one.zone) == (datetime(2026, 10, 6, 10), MADRID)
    assert one.rule == "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261215T225959Z"
    assert one.skipped == [datetime(2026, 12, 8, 10)]
    moved, off = one.changes
    assert (moved.original, moved.starts) == (
        datetime(2026, 10, 27, 10),
        datetime(2026, 10, 29, 17),
    )
    assert moved.title.endswith("(esta vez en jueves)") and moved.place == "Sala Deba, Donostia"
    assert off.is_cancelled and off.original == datetime(2026, 11, 17, 10)
    assert one.place == "Sala Zubia, Bilbao" and one.sequence == 2
    assert one.call_url == "https://meet.google.com/qwe-rtyu-iop"


def test_the_html_of_google_becomes_text():
    text = titled("google", "Martes de escucha").text
    assert text.startswith("Una hora de escucha cada martes, con café.\nTrae un caso; sin nombres.")
    assert "Ronda\n" in text and "La página (https://wiki.example.org/escucha)" in text
    assert "<" not in text


def test_the_clock_of_windows_is_the_houses_where_they_agree():
    one = titled("outlook", "Viernes de aprendizaje")
    assert one.zone == MADRID and one.starts == datetime(2026, 10, 23, 8, 30)
    assert one.categories == ["Growth mindset", "Equipo Norte"]
    assert one.call_url.startswith("https://teams.microsoft.com/l/meetup-join/")
    assert [change.place for change in one.changes] == ["Biblioteca"]
    assert not one.remarks


def test_a_whole_day_of_outlook_with_hours_is_a_whole_day():
    one = titled("outlook", "Día de puertas abiertas")
    assert one.is_all_day and one.when.last_day == one.starts.date()


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Romance Standard Time", MADRID),
        ("W. Europe Standard Time", MADRID),
        ("(UTC+01:00) Brussels, Copenhagen, Madrid, Paris", MADRID),
        ("/freeassociation.sourceforge.net/Europe/Madrid", MADRID),
        (
            "/mozilla.org/20050126_1/America/Argentina/Buenos_Aires",
            "America/Argentina/Buenos_Aires",
        ),
        ("europe/london", "Europe/London"),
        ("GMT Standard Time", "Europe/London"),
        ("Eastern Standard Time", "America/New_York"),
        ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"),
        ("(GMT+00:00) Dublin, Edinburgh, Lisbon, London", "Europe/Dublin"),
        ("(UTC-06:00) Guadalajara, Mexico City, Monterrey", "America/Mexico_City"),
        ("Europe/Paris", "Europe/Paris"),
    ],
)
def test_zones_go_by_many_names(name, zone):
    one = only(calendar(WEEKLY.replace("DTSTART", f'DTSTART;TZID="{name}"')))
    assert one.zone == zone and one.starts == datetime(2026, 10, 20, 10)
    assert not one.remarks


def written(name, *, winter, summer, location=""):
    return (
        f"BEGIN:VTIMEZONE\nTZID:{name}\n{location}"
        f"BEGIN:STANDARD\nDTSTART:19701025T030000\nTZOFFSETFROM:{summer}\nTZOFFSETTO:{winter}\n"
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\n"
        f"BEGIN:DAYLIGHT\nDTSTART:19700329T020000\nTZOFFSETFROM:{winter}\nTZOFFSETTO:{summer}\n"
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nEND:DAYLIGHT\nEND:VTIMEZONE\n"
    )


def test_a_zone_that_is_only_written_is_one_that_shows_the_same():
    event = WEEKLY.replace("DTSTART", "DTSTART;TZID=Nuestra").replace("DTEND", "DTEND;TZID=Nuestra")
    one = only(calendar(event, more=written("Nuestra", winter="+0100", summer="+0200")))
    assert one.zone == MADRID and not one.remarks
    assert one.rule == "FREQ=WEEKLY;COUNT=3"


def test_a_zone_that_nobody_has_is_read_date_by_date_and_said():
    """Ten o'clock there is 5:17 before UTC in winter: the change of the clock is in it."""
    event = WEEKLY.replace("DTSTART", "DTSTART;TZID=Luna").replace("DTEND", "DTEND;TZID=Luna")
    one = only(calendar(event, more=written("Luna", winter="-0517", summer="-0417")))
    assert one.zone == MADRID and one.rule == ""
    assert one.starts == datetime(2026, 10, 20, 16, 17)
    assert one.more == [datetime(2026, 10, 27, 16, 17), datetime(2026, 11, 3, 16, 17)]
    assert any(said.given.get("zone") == "Luna" for said in one.remarks)


def test_a_zone_that_nobody_knows_is_said():
    one = only(calendar(EVENT.replace("DTSTART", "DTSTART;TZID=Narnia")))
    assert one.zone == MADRID and one.starts == datetime(2026, 10, 20, 10)
    assert one.remarks[0].given == {"zone": "Narnia", "house": MADRID}


def test_of_an_hour_that_there_is_twice_a_clock_of_its_own_means_the_first():
    """At three on the 25th it is put back to two: half past two comes at -0417, and once more."""
    event = "UID:a\nSUMMARY:Uno\nDTSTART;TZID=Luna:20261025T023000"
    one = only(calendar(event, more=written("Luna", winter="-0517", summer="-0417")))
    assert one.when.starts_at == datetime(2026, 10, 25, 6, 47)


def test_a_day_that_is_taken_out_is_taken_out_whatever_its_hour():
    one = only(calendar(WEEKLY + "EXDATE;VALUE=DATE:20261027"))
    assert one.skipped == [datetime(2026, 10, 27, 10)] and one.dates == 2


def test_a_date_that_is_taken_out_and_told_of_all_the_same_is_there():
    """Some take a date out of the rule when it moves."""
    moved = EVENT.replace("20261020", "20261028") + "RECURRENCE-ID:20261027T100000"
    one = only(calendar(WEEKLY + "EXDATE:20261027T100000", moved))
    assert one.dates == 3 and one.changes[0].starts == datetime(2026, 10, 28, 10)


def test_times_without_a_zone_are_the_houses_or_the_calendars():
    assert only(calendar(EVENT)).zone == MADRID
    assert only(calendar(EVENT, more="X-WR-TIMEZONE:Atlantic/Canary\n")).zone == "Atlantic/Canary"


def test_one_moment_in_utc_is_on_the_wall_and_a_series_stays_in_utc():
    utc = EVENT.replace("000\n", "000Z\n")
    one = only(calendar(utc))
    assert (one.starts, one.zone) == (datetime(2026, 10, 20, 12), MADRID)
    series = only(calendar(utc + "RRULE:FREQ=WEEKLY;COUNT=3\n"))
    assert (series.starts, series.zone) == (datetime(2026, 10, 20, 10), "UTC")


@pytest.mark.parametrize(
    ("lines", "lasts"),
    [
        ("DTSTART:20261020T100000\nDURATION:PT1H30M", timedelta(hours=1, minutes=30)),
        ("DTSTART:20261020T100000", timedelta(0)),
        ("DTSTART;VALUE=DATE:20261020", timedelta(days=1)),
        ("DTSTART;VALUE=DATE:20261020\nDTEND;VALUE=DATE:20261020", timedelta(days=1)),
        ("DTSTART;VALUE=DATE:20261020\nDTEND;VALUE=DATE:20261023", timedelta(days=3)),
        ("DTSTART;VALUE=DATE:20261020\nDURATION:P2D", timedelta(days=2)),
        ("DTSTART:20261020T100000\nDTEND:20261020T100000Z", timedelta(hours=2)),
    ],
)
def test_how_long_it_lasts(lines, lasts):
    assert only(calendar(f"UID:a\nSUMMARY:Uno\n{lines}")).when.lasts == lasts


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        ("UID:a\nSUMMARY:Uno", "It does not say when it begins."),
        ("UID:a\nSUMMARY:Uno\nDTSTART:mañana", "It does not say when it begins."),
        ("UID:a\nSUMMARY:Uno\nDTSTART:99990101T000000", "It does not say when it begins."),
        ("UID:a\nDTSTART:20261020T100000", "It has no title."),
        (EVENT.replace("T110000", "T090000"), "It ends before it begins."),
        (
            EVENT.replace("DTEND:20261020", "DTEND:20261220"),
            "It goes on for more than %(days)s days.",
        ),
        (
            EVENT.replace("DTEND:20261020T110000", "DURATION:largo"),
            "We do not understand when it ends.",
        ),
        (EVENT + "RRULE:FREQ=HOURLY", "It repeats several times a day, which we do not do."),
        (EVENT + "RRULE:de vez en cuando", "We do not understand how it repeats."),
        (
            EVENT + "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            "It repeats on a day that never comes.",
        ),
        (
            EVENT.replace("20261020", "16041020") + "RRULE:FREQ=DAILY",
            "It has more dates than we can follow.",
        ),
        (
            EVENT + "RRULE:FREQ=DAILY;" + "BYDAY=MO;" * 80,
            "The rule by which it repeats is too long.",
        ),
        (EVENT + "EXDATE:20261020T100000", "All of its dates were taken out: there is none left."),
        (EVENT + "CLASS:CONFIDENTIAL", "It is marked as private where it comes from."),
        (EVENT + "DESCRIPTION:" + "x" * 300_000, "There is more in it than any event has."),
        (EVENT + "EXDATE:20261020T100000\n" * 5_000, "There is more in it than any event has."),
    ],
)
@pytest.mark.timeout(20)
def test_what_cannot_come_in_says_why_and_the_rest_comes_in(event, reason):
    good = EVENT.replace("one@", "two@")
    read = found(calendar(event, good))
    assert [one.reason.words for one in read if isinstance(one, Refused)] == [reason]
    assert [one.title for one in read if isinstance(one, Found)] == ["Uno"]


def test_tasks_journals_and_answers_are_left_out():
    assert [one.reason.words for one in found(file("thunderbird")) if isinstance(one, Refused)] == [
        "It is a task, not an event."
    ]
    journal = "BEGIN:VJOURNAL\nSUMMARY:x\nEND:VJOURNAL\n"
    assert why(calendar(more=journal)) == ["It is a journal entry, not an event."]
    (reply,) = found(calendar(EVENT, more="METHOD:REPLY\n"))
    assert isinstance(reply, Refused) and reply.is_left_out and reply.title == "Uno"


def test_a_file_that_was_cut_keeps_what_is_whole():
    data = file("google")
    cut = data[: data.index(b"UID:0semana")]
    read = found(cut)
    assert [type(one) for one in read] == [Found, Refused]
    assert read[1].reason.words == "The file ends in the middle of it."
    assert why(calendar(EVENT, end="")) == [
        "The file was cut short: there may have been more after this."
    ]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig", "latin-1"])
def test_whatever_the_letters_are_written_in(encoding):
    data = calendar(EVENT.replace("Uno", "Reunión en Logroño")).decode().encode(encoding)
    assert only(data).title == "Reunión en Logroño"


@pytest.mark.parametrize("breaks", ["\n", "\r", "\r\n"])
def test_whatever_ends_a_line(breaks):
    data = file("outlook").replace(b"\r\n", breaks.encode())
    assert found(data) == found(file("outlook"))


@pytest.mark.parametrize(
    "data", [b"", b"hola", b"\x00" * 5000, b"%PDF-1.7", b"BEGIN:VCARD\r\nEND:VCARD"]
)
def test_what_is_no_calendar_is_said(data):
    with pytest.raises(Unreadable, match="not a calendar"):
        found(data)


def test_an_empty_calendar_has_nothing_in_it():
    assert found(calendar()) == []


def test_nothing_is_kept_of_whoever_was_asked():
    kept = str([one.as_json() for one in found(file("google")) if isinstance(one, Found)])
    assert "mailto" not in kept.lower() and "@example.org" not in kept
    assert "@group.calendar" not in kept


def test_what_was_kept_says_the_same():
    for name in NAMES:
        for one in found(file(name)):
            if isinstance(one, Found):
                again = Found.of(one.as_json())
                assert again.digest == one.digest and again.changes == one.changes


def test_the_same_event_written_at_another_time_has_the_same_digest():
    stamped = file("google").replace(b"DTSTAMP:20260930", b"DTSTAMP:20261001")
    stamped = stamped.replace(b"70.9054", b"71.0000")
    assert stamped != file("google")
    assert [one.digest for one in found(stamped) if isinstance(one, Found)] == [
        one.digest for one in found(file("google")) if isinstance(one, Found)
    ]
    later = only(calendar(EVENT.replace("100000", "103000")))
    assert later.digest != only(calendar(EVENT)).digest


def test_without_a_name_of_its_own_it_gets_one_that_stays():
    nameless = EVENT.replace("UID:one@example.org\n", "")
    one = only(calendar(nameless))
    assert one.uid == only(calendar(nameless)).uid and one.uid.endswith("@file")
    assert len(one.remarks) == 1
    assert len(only(calendar(EVENT.replace("one@", "o" * 400))).uid) <= 255


def test_a_date_alone_of_a_series_is_an_event():
    one = only(calendar(EVENT + "RECURRENCE-ID:20261018T100000"))
    assert one.is_part and one.starts == datetime(2026, 10, 18, 10)
    assert one.changes[0].starts == datetime(2026, 10, 20, 10)


def test_of_two_that_share_a_name_the_later_one_counts():
    newer = EVENT.replace("Uno", "Dos") + "SEQUENCE:3\n"
    assert only(calendar(newer, EVENT + "SEQUENCE:1\n")).title == "Dos"


@pytest.mark.parametrize(
    ("lines", "place", "call"),
    [
        ("LOCATION:Sala 2\\, https://meet.google.com/abc", "Sala 2", "https://meet.google.com/abc"),
        (
            "LOCATION:Sala 2\nCONFERENCE;VALUE=URI:https://a.example/x",
            "Sala 2",
            "https://a.example/x",
        ),
        ("CONFERENCE;VALUE=URI:tel:+34944000000", "", ""),
        ("X-GOOGLE-CONFERENCE:javascript:alert(1)", "", ""),
        ("DESCRIPTION:Entra: https://zoom.us/j/123?pwd=a.", "", "https://zoom.us/j/123?pwd=a"),
        ("DESCRIPTION:Lee https://example.org", "", ""),
    ],
)
def test_where_it_takes_place(lines, place, call):
    one = only(calendar(EVENT + lines))
    assert (one.place, one.call_url) == (place, call)


@given(st.text(alphabet=st.sampled_from("ab *_`#>-+=~[]()<>!\\|:.1\n\t&"), max_size=80))
@example("1. a\n- b\n# c\n> d\n    e\n====\n```\nf\n")
@settings(max_examples=300, deadline=None)
def test_a_text_is_shown_as_it_was_typed(text):
    if "<" in text:
        return
    html = to_html(markdown(text))
    for element in ("<h", "<li", "<code", "<pre", "<em", "<strong", "<blockquote", "<del", "<a "):
        if element == "<h" and "<hr" in html:
            continue
        assert element not in html, (markdown(text), html)


def many(count, more=""):
    return calendar(*[EVENT.replace("one@", f"{n}@") + more for n in range(count)])


def many_zones(count):
    events = [
        EVENT.replace("one@", f"{n}@").replace("DTSTART", f"DTSTART;TZID=Z{n}")
        for n in range(count)
    ]
    zones = [
        written(f"Z{n}", winter=f"-05{n % 60:02}", summer=f"-04{n % 60:02}") for n in range(count)
    ]
    return calendar(*events, more="".join(zones))


HUGE = {
    "many": many(5_500),
    "lines": b"BEGIN:VCALENDAR\r\n" + b"X-A:1\r\n" * 1_000_000,
    "deep": b"BEGIN:VCALENDAR\r\n" + b"BEGIN:X\r\n" * 150_000 + b"END:Y\r\n" * 150_000,
    "long": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:" + b"a" * 8_000_000,
    "folded": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:a" + b"\r\n b" * 390_000,
    "never": many(4_000, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
    "exrules": calendar(EVENT + "EXRULE:FREQ=DAILY;BYMONTHDAY=31;BYMONTH=4\n" * 3_000),
    "rules": calendar(EVENT + "RRULE:FREQ=DAILY\nEXRULE:FREQ=DAILY;INTERVAL=2\n" * 1_500),
    "changes": calendar(*[WEEKLY + f"RECURRENCE-ID:{20200101 + n}T100000" for n in range(9_000)]),
    "dates": calendar(*[EVENT + "RDATE:" + "20261021T100000," * 10_000] * 60),
    "zones": many_zones(2_000),
}


@pytest.mark.parametrize("name", HUGE)
@pytest.mark.timeout(60)
def test_nothing_a_file_holds_takes_long(name):
    """A rule that never comes true costs a while: four thousand of them are refused as a whole."""
    began = time.monotonic()
    with contextlib.suppress(Unreadable):
        found(HUGE[name], seconds=3)
    assert time.monotonic() - began < 15


LINES = [line for name in NAMES for line in file(name).decode().split("\r\n")]


@given(st.randoms(use_true_random=False), st.sampled_from(NAMES))
@settings(max_examples=250, deadline=None)
def test_whatever_is_broken_in_a_file_nothing_but_a_reason_comes_of_it(chance: random.Random, name):
    lines = file(name).decode().split("\r\n")
    for _ in range(chance.randrange(1, 8)):
        if not lines:
            break
        place = chance.randrange(len(lines))
        match chance.randrange(6):
            case 0:
                del lines[place]
            case 1:
                lines.insert(place, chance.choice(LINES))
            case 2:
                lines[place] = lines[place][: chance.randrange(len(lines[place]) + 1)]
            case 3:
                letters = list(lines[place] or " ")
                letters[chance.randrange(len(letters))] = chance.choice('0129;:,=TZ"\\\x00é ')
                lines[place] = "".join(letters)
            case 4:
                name_, sep, _ = lines[place].partition(":")
                lines[place] = name_ + sep + chance.choice(LINES).rpartition(":")[2]
            case 5:
                lines = lines[:place] or lines
    try:
        read = reading.read("\r\n".join(lines).encode(), zone=MADRID, seconds=3)
    except Unreadable:
        return
    for one in read:
        assert isinstance(one, (Found, Refused))
        if isinstance(one, Found):
            assert one.title and one.uid and one.dates and one.when.is_possible
            assert Found.of(one.as_json()).digest == one.digest


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_random_bytes_are_no_calendar_or_one_with_reasons(noise):
    for data in (noise, calendar(EVENT)[:60] + noise, b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + noise):
        try:
            found(data)
        except Unreadable:
            continue


def test_a_file_is_no_larger_than_it_may_be():
    data = b"BEGIN:VCALENDAR\r\n" + b" " * reading.LARGEST
    with pytest.raises(Unreadable, match="larger"):
        found(data)
