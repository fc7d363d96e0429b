# ruff: noqa: E501 (one door, one line)
"""Events."""

from tests.walk.base import MINE, SEEN, Row

READING = {
    "events.events.index",
}

ANNOUNCED = {
    "title": "Blankets",
    "day": "2100-03-02",
    "begins": "10:00",
    "category": "growth",
    "language": "en",
    "zone": "Europe/Madrid",
    "repeats": "no",
}
CHANGED = ANNOUNCED | {"version": "1"}
MOVED = {"day": "2100-03-03", "begins": "10:00", "zone": "Europe/Madrid", "place": "Bilbao"}
OFF = {"reason": "The room has no light."}
YES, NO = {"reply": "yes", "of": "date"}, {"reply": "no", "of": "date"}

ANNOUNCERS = "403 ambassador=200 governance=200"
ORGANISERS = "403 owner=200 governance=200"
THEIRS = ("403 owner=303 governance=303", "403 owner=200 governance=200")
BY_PAGE = "403 owner=303 governance=303"
BEHIND = ("404 owner=303", MINE)

# fmt: off
TABLE = [
    Row("GET events.events.index", "house", "200"),
    Row("GET events.events.show", "event", "200"),
    Row("GET events.events.show", "cancelled_event", "200"),
    Row("GET events.events.show", "hidden_event", SEEN),
    Row("GET events.events.show", "event_in_a_hidden_space", MINE),
    Row("GET events.events.new", "house", ANNOUNCERS),
    Row("POST events.events.create", "house", "403 ambassador=303 governance=303", ANNOUNCERS, send=ANNOUNCED),
    Row("GET events.events.edit", "event", ORGANISERS),
    Row("GET events.events.edit", "event_in_a_hidden_space", MINE),
    Row("PUT events.events.update", "event", *THEIRS, send=CHANGED),
    Row("PUT events.events.update", "cancelled_event", "403", send=CHANGED),
    Row("PUT events.events.update", "event_in_a_hidden_space", *BEHIND, send=CHANGED),
    Row("GET events.drafts.index", "house", "200"),
    Row("GET events.occurrences.show", "event_date", "200"),
    Row("GET events.occurrences.show", "hidden_event_date", SEEN),
    Row("GET events.occurrences.show", "date_in_a_hidden_space", MINE),
    Row("POST events.cancellation.create", "event", *THEIRS, send=OFF),
    Row("POST events.cancellation.create", "event_in_a_hidden_space", *BEHIND, send=OFF),
    Row("DELETE events.cancellation.destroy", "cancelled_event", *THEIRS),
    Row("POST events.cancellation.create_date", "event_date", *THEIRS, send=OFF),
    Row("POST events.cancellation.create_date", "date_in_a_hidden_space", *BEHIND, send=OFF),
    Row("DELETE events.cancellation.destroy_date", "event_date", *THEIRS),
    Row("DELETE events.cancellation.destroy_date", "date_in_a_hidden_space", *BEHIND),
    Row("DELETE events.registration.destroy", "event", *THEIRS),
    Row("POST events.registration.create", "event", *THEIRS),
    Row("GET events.organisers.index", "event", ORGANISERS),
    Row("GET events.organisers.index", "event_in_a_hidden_space", MINE),
    Row("PUT events.organisers.update", "event_and_somebody", BY_PAGE),
    Row("DELETE events.organisers.destroy", "event_and_somebody", BY_PAGE),
    Row("POST events.answer.create", "event_date", "303", "200", send=YES),
    Row("POST events.answer.create", "event_date", "303", "200", send=NO),
    Row("POST events.answer.create", "cancelled_date", "403", send=YES),
    Row("POST events.answer.create", "hidden_event_date", "404 owner=403 governance=403", send=YES),
    Row("POST events.answer.create", "date_in_a_hidden_space", *BEHIND, send=YES),
    Row("DELETE events.answer.destroy", "event_date", "303", "200"),
    Row("DELETE events.answer.destroy", "date_in_a_hidden_space", *BEHIND),
    Row("GET events.people.index", "event_date", ORGANISERS),
    Row("GET events.people.index", "date_in_a_hidden_space", MINE),
    Row("POST events.approval.create", "date_somebody_asks_for", BY_PAGE),
    Row("DELETE events.approval.destroy", "date_somebody_asks_for", BY_PAGE),
    Row("GET events.move.edit", "event_date", ORGANISERS),
    Row("PUT events.move.update", "event_date", *THEIRS, send=MOVED),
    Row("PUT events.move.update", "date_in_a_hidden_space", *BEHIND, send=MOVED),
]
# fmt: on
