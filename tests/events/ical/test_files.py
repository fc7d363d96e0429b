"""An event as a file that one opens with one's calendar."""

from tests.events.ical import components
from tests.factories.events import answer, date_of, make_event


def test_the_file_of_an_event_has_all_its_dates(client, ane, jon):
    event = make_event(jon, title="¿Atención telefónica?", rule="FREQ=WEEKLY;COUNT=3")
    file = client.sign_in(ane).get(f"/events/{event.id}/calendar.ics")
    assert file.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert file.headers["Content-Disposition"] == "attachment; filename=atencion-telefonica.ics"
    (part,) = components(file.data)
    assert part["RRULE"].to_ical() == b"FREQ=WEEKLY;COUNT=3"


def test_the_file_of_one_date_has_that_one(client, ane, jon):
    event = make_event(jon, rule="FREQ=WEEKLY;COUNT=3")
    one = date_of(event, 1)
    wall, number = one.original, one.id
    (part,) = components(client.sign_in(ane).get(f"/events/on/{number}/calendar.ics").data)
    assert part["RECURRENCE-ID"].dt.replace(tzinfo=None) == wall and "RRULE" not in part
    alone = date_of(make_event(jon)).id
    (part,) = components(client.get(f"/events/on/{alone}/calendar.ics").data)
    assert "RECURRENCE-ID" not in part


def test_a_file_says_nothing_of_who_comes(client, ane, jon):
    event = make_event(jon)
    answer(date_of(event), ane)
    text = client.sign_in(jon).get(f"/events/{event.id}/calendar.ics").text
    assert "Ane" not in text and "ATTENDEE" not in text


def test_the_page_of_an_event_leads_to_its_file(client, ane, jon):
    event = make_event(jon)
    series = make_event(jon, rule="FREQ=WEEKLY;COUNT=3")
    client.sign_in(ane)
    page = client.get(f"/events/{event.id}").text
    assert (
        f"/events/{event.id}/calendar.ics" in page
        and "/events/on/" not in page.partition("calendar-title")[2].partition("</section>")[0]
    )
    page = client.get(f"/events/{series.id}").text
    first = date_of(series).id
    assert f"/events/{series.id}/calendar.ics" in page
    assert f"/events/on/{first}/calendar.ics" in page
