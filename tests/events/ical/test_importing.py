"""Events come in from calendar files once, whole, on the days other programs compute, and go out
again when the import is taken back.
"""

from datetime import datetime

import pytest

from app.activity.models import Line
from app.audit.models import Entry
from app.catalogue.queries import tags_of
from app.core.db import db, writing
from app.core.storage import storage
from app.events import importer
from app.events.ical.writing import document
from app.events.models import Event, Occurrence, Reply
from app.imports.models import Import, Note
from app.notifications.models import Delivery
from tests.events.ical.calendars import (
    EVENT,
    NAMES,
    calendar,
    computed,
    computed_otherwise,
    file,
)
from tests.events.ical.coming_in import moments
from tests.factories import make_comment, make_person
from tests.factories.events import MADRID, answer, cancel_event, date_of, make_event
from tests.imports.driving import bring_in, go_on, outcomes, reasons, upload
from tests.imports.trees import zipped

ICS = {"name": "agenda.ics", "kind": "events"}
ZIP = {"name": "takeout.zip", "kind": "events"}

pytestmark = pytest.mark.usefixtures("today")


@pytest.fixture
def leires(client, leire):
    return client.sign_in(leire)


def ics(data):
    import io

    return io.BytesIO(data)


def brought(client, data):
    return bring_in(client, ics(data), **ICS)


def events():
    db.session.expire_all()
    return {one.title: one for one in db.session.query(Event)}


@pytest.mark.parametrize("name", NAMES)
def test_it_falls_on_the_days_that_other_libraries_compute(leires, name):
    brought(leires, file(name))
    assert moments() == computed(file(name)) == computed_otherwise(file(name)) != []


@pytest.mark.parametrize("name", NAMES)
def test_what_is_served_back_falls_on_the_same_days(leires, name):
    brought(leires, file(name))
    assert computed(document(db.session.query(Event).all())) == computed(file(name))


def test_a_series_of_google_comes_in_with_its_exceptions(leires):
    brought(leires, file("google"))
    event = events()["Martes de escucha"]
    dates = {one.original: one for one in event.occurrences}
    moved, off = dates[datetime(2026, 10, 27, 10)], dates[datetime(2026, 11, 17, 10)]
    assert moved.is_exception and moved.starts == datetime(2026, 10, 29, 17)
    assert moved.place == "Sala Deba, Donostia" and moved.title.endswith("jueves)")
    assert off.cancelled_at and not off.is_exception
    assert datetime(2026, 12, 8, 10) not in dates
    winter = dates[datetime(2026, 11, 3, 10)]
    assert (dates[datetime(2026, 10, 6, 10)].starts_at.hour, winter.starts_at.hour) == (8, 9)
    assert [one.person_id for one in event.organisers] == [event.author_id]


def test_what_was_understood_is_shown_before_anything_comes_in(leires):
    number = upload(leires, ics(file("google")), **ICS)
    page = leires.get(f"/imports/{number}").text
    for shown in (
        "We understood 3 of them",
        "Martes de escucha",
        "6 October, 10:00–11:00",
        "Every week",
        "10 dates",
        "Sala Zubia, Bilbao",
        "It is marked as private where it comes from.",
        "23 November",
    ):
        assert shown in page, shown
    assert db.session.query(Event).count() == 0
    go_on(leires, number)
    page = leires.get(f"/imports/{number}").text
    assert "It is finished. What there is to say is listed here." in page


def test_nothing_of_whoever_was_asked_waits_in_the_storage(leires):
    number = upload(leires, ics(file("google")), **ICS)
    kept = storage().read(db.session.get(Import, number).file).decode()
    assert "Martes" in kept and "miren" not in kept.lower() and "mailto" not in kept
    said = str([note.understood for note in db.session.query(Note)])
    assert "@" not in said.replace("@google.com", "")


def test_again_is_already_here(leires):
    brought(leires, file("google"))
    before = {one.id for one in events().values()}
    number = brought(leires, file("google").replace(b"DTSTAMP:20260930", b"DTSTAMP:20261001"))
    assert set(outcomes(number).values()) == {"known", "left-out"}
    assert {one.id for one in events().values()} == before


def test_a_newer_file_brings_the_event_up_to_date(leires):
    brought(leires, calendar(EVENT + "RRULE:FREQ=WEEKLY;COUNT=3\n"))
    first = events()["Uno"]
    number, sequence, dates = first.id, first.sequence, [one.id for one in first.occurrences]
    later = EVENT.replace("T10", "T12").replace("T11", "T13").replace("Uno", "Dos")
    report = brought(leires, calendar(later + "RRULE:FREQ=WEEKLY;COUNT=4\nSEQUENCE:5\n"))
    assert outcomes(report) == {"#1": "changed"}
    event = events()["Dos"]
    assert event.id == number and event.sequence == 5 > sequence
    assert [one.starts.hour for one in event.occurrences] == [12] * 4
    assert [one.id for one in event.occurrences][:3] == dates and not event.edited_at
    brought(leires, calendar(later + "RRULE:FREQ=WEEKLY;COUNT=2\n"))
    assert events()["Dos"].sequence == 6 and len(events()["Dos"].occurrences) == 2


def test_an_exception_that_is_one_no_longer_is_as_the_rest(leires):
    series = EVENT + "RRULE:FREQ=WEEKLY;COUNT=3\n"
    moved = EVENT.replace("1020T1", "1028T1") + "RECURRENCE-ID:20261027T100000\n"
    off = EVENT.replace("20261020", "20261103") + "RECURRENCE-ID:20261103T100000\nSTATUS:CANCELLED"
    brought(leires, calendar(series, moved, off))
    assert [one.starts.day for one in events()["Uno"].occurrences] == [20, 28, 3]
    brought(leires, calendar(series))
    dates = events()["Uno"].occurrences
    assert [one.starts.day for one in dates] == [20, 27, 3]
    assert not any(one.is_exception or one.cancelled_at for one in dates)


def test_what_was_edited_here_since_is_left_alone(leires, leire):
    brought(leires, calendar(EVENT))
    number = events()["Uno"].id
    with writing():
        db.session.get_one(Event, number).change()
    report = brought(leires, calendar(EVENT.replace("Uno", "Dos")))
    assert reasons(report) == {"#1": [importer.EDITED_HERE]}
    assert list(events()) == ["Uno"]


def test_what_was_announced_here_is_left_alone(leires, leire):
    event = make_event(leire, "Ours")
    served = document([db.session.get_one(Event, event.id)])
    report = brought(leires, served.replace(b"SUMMARY:Ours", b"SUMMARY:Theirs"))
    assert reasons(report) == {"#1": [importer.BORN_HERE]} and list(events()) == ["Ours"]


def test_what_somebody_else_organises_is_left_alone(client, leires):
    brought(leires, calendar(EVENT))
    client.sign_in(make_person("Unai", "ambassador"))
    report = brought(client, calendar(EVENT.replace("Uno", "Dos")))
    assert reasons(report) == {"#1": [importer.THEIRS]} and list(events()) == ["Uno"]


def test_one_date_alone_does_not_take_the_place_of_its_series(leires):
    brought(leires, calendar(EVENT + "RRULE:FREQ=WEEKLY;COUNT=3\n"))
    report = brought(leires, calendar(EVENT + "RECURRENCE-ID:20261020T100000\n"))
    assert reasons(report) == {"#1": [importer.PART_HERE]}
    assert len(events()["Uno"].occurrences) == 3


def test_whoever_organises_it_and_works_here_organises_it_here(leires, leire):
    iker = make_person("Iker", email="iker.zabala@example.org")
    number = upload(leires, ics(file("exchange")), **ICS)
    assert "Iker organises it" in leires.get(f"/imports/{number}").text
    go_on(leires, number)
    event = events()["Comité de ideas"]
    assert [one.person_id for one in event.organisers] == [leire.id, iker.id]
    assert event.author_id == leire.id and event.zone == MADRID


def test_categories_are_tags_and_one_of_ours_if_they_are_called_so(leires):
    brought(leires, file("outlook"))
    event = events()["Viernes de aprendizaje"]
    assert event.category.value == "growth"
    assert {row.slug for row in tags_of("event", event.id)} == {"growth-mindset", "equipo-norte"}


def test_what_is_off_there_is_off_here(leires):
    brought(leires, file("nextcloud"))
    assert events()["Cena sin zona"].is_cancelled
    assert not events()["Guardia de socios"].is_cancelled
    on = file("nextcloud").replace(b"STATUS:CANCELLED", b"STATUS:CONFIRMED")
    brought(leires, on)
    assert not events()["Cena sin zona"].is_cancelled


def test_nobody_is_told_and_it_is_written_down_once(leires):
    brought(leires, file("google"))
    assert db.session.query(Line).count() == db.session.query(Delivery).count() == 0
    written = [one for one in db.session.query(Entry) if one.fact == "EventsImported"]
    assert len(written) == 1 and written[0].details["events"] == 3


def test_whoever_comes_hears_of_a_date_that_moves(leires):
    brought(leires, calendar(EVENT))
    answer(date_of(events()["Uno"]), make_person("Miren"))
    brought(leires, calendar(EVENT.replace("T10", "T09")))
    assert {one.fact for one in db.session.query(Delivery)} >= {"EventMoved"}


def test_taken_back_it_is_as_if_it_had_never_come_in(leires):
    number = brought(leires, file("outlook"))
    leires.delete(f"/imports/{number}")
    assert events() == {} and db.session.query(Occurrence).count() == 0
    assert set(outcomes(number).values()) == {"taken-back"}
    assert "EventsImportTakenBack" in {one.fact for one in db.session.query(Entry)}
    assert leires.get("/search?q=aprendizaje").text.count("Viernes de aprendizaje") == 0
    again = brought(leires, file("outlook"))
    assert set(outcomes(again).values()) == {"brought-in"}


def test_what_somebody_joined_edited_or_spoke_of_stays(leires, leire):
    names = ("Joined", "Edited", "Spoken of", "Cancelled", "Untouched")
    parts = [EVENT.replace("one@", f"{name[0]}@").replace("Uno", name) for name in names]
    number = brought(leires, calendar(*parts))
    here = events()
    answer(date_of(here["Joined"]), leire, Reply.NO)
    with writing():
        db.session.get_one(Event, here["Edited"].id).change()
    make_comment(on=here["Spoken of"], by=leire)
    cancel_event(here["Cancelled"], by=leire)
    page = leires.delete(f"/imports/{number}", follow_redirects=True).text
    assert set(events()) == set(names) - {"Untouched"}
    assert "1 was taken back." in page and "4 stay" in page


def test_a_zip_of_several_calendars(leires):
    files = {
        "Takeout/Calendar/a.ics": file("google"),
        "Takeout/Calendar/b.ics": file("thunderbird"),
        "Takeout/Calendar/broken.ics": b"no",
        "Takeout/archive_browser.html": "<p>x",
    }
    number = bring_in(leires, zipped(files), **ZIP)
    said = outcomes(number)
    assert said["Calendar/a.ics #1"] == "brought-in" and said["Calendar/b.ics #2"] == "left-out"
    assert said["Calendar/broken.ics"] == "refused" and said["archive_browser.html"] == "left-out"
    assert moments() == sorted(computed(file("google")) + computed(file("thunderbird")))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"no calendar", "not a calendar file"),
        (b"PK\x03\x04 cut", "not a zip we can read"),
        (b"", "not a calendar file"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field(leires, data, words):
    answer = leires.post("/imports", data={"kind": "events", "file": (ics(data), "a.ics")})
    assert answer.status_code == 422 and words in answer.text


def test_whoever_announces_events_may_bring_them_in(client, leires, nerea, ane, rosa):
    assert "What we understand" in leires.get("/imports/new?kind=events").text
    client.sign_in(nerea)
    assert "Bring events in" in client.get("/imports/new").text
    for other in (ane, rosa):
        client.sign_in(other)
        data = {"kind": "events", "file": (ics(file("google")), "a.ics")}
        assert client.post("/imports", data=data).status_code == 403
    assert db.session.query(Event).count() == 0


def test_a_step_has_only_so_many_dates(leires):
    series = [
        EVENT.replace("one@", f"{n}@").replace("Uno", f"Uno {n}") + "RRULE:FREQ=DAILY\n"
        for n in range(6)
    ]
    number = upload(leires, ics(calendar(*series)), **ICS)
    assert go_on(leires, number) == 2
    assert len(events()) == 6


def test_a_private_import_is_its_owners(client, leires, nerea, jon):
    number = upload(leires, ics(file("google")), **ICS)
    client.sign_in(jon)
    assert client.get(f"/imports/{number}").status_code in (403, 404)
