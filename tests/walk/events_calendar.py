"""Events as files for calendars, and calendars behind addresses nobody was given."""

from tests.walk.base import MINE, SEEN, Row

PUBLIC = {
    "feeds.calendars.category",
    "feeds.calendars.mine",
    "feeds.calendars.space",
    "feeds.calendars.unit",
    "feeds.calendars.whole",
}
READING = {"events.calendar.show", "events.calendar.show_date"}

# fmt: off
TABLE = [
    Row("GET events.calendar.show", "event", "200"),
    Row("GET events.calendar.show", "cancelled_event", "200"),
    Row("GET events.calendar.show", "hidden_event", SEEN),
    Row("GET events.calendar.show", "event_in_a_hidden_space", MINE),
    Row("GET events.calendar.show_date", "event_date", "200"),
    Row("GET events.calendar.show_date", "hidden_event_date", SEEN),
    Row("GET events.calendar.show_date", "date_in_a_hidden_space", MINE),
    Row("GET feeds.calendars.whole", "letter", "404 stranger=404"),
    Row("GET feeds.calendars.mine", "letter", "404 stranger=404"),
    Row("GET feeds.calendars.category", "letter_about_a_category", "404 stranger=404"),
    Row("GET feeds.calendars.unit", "letter_about_a_unit", "404 stranger=404"),
    Row("GET feeds.calendars.space", "letter_about_a_space", "404 stranger=404"),
]
# fmt: on
