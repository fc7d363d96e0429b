# ruff: noqa: E501 (one door, one line)
"""Events: what happens at their date, and after it."""

from tests.walk.base import MINE, Row

ORGANISERS = "403 owner=200 governance=200"
THEIRS = ("403 owner=303 governance=303", "403 owner=200 governance=200")
BY_PAGE = "403 owner=303 governance=303"
BEHIND = ("404 owner=303", MINE)

AGREED = {"text": "We knit on Fridays.", "changed": "", "reached": "12", "version": "0"}
PHOTO = {"cover_file": "file", "cover_alt": "A table full of wool", "agreed": "y"}
OPINION = {"worth": "4", "words": "Less wool."}

# fmt: off
TABLE = [
    Row("GET events.attendance.index", "event_date", ORGANISERS),
    Row("GET events.attendance.index", "date_somebody_was_at", ORGANISERS),
    Row("GET events.attendance.index", "date_in_a_hidden_space", MINE),
    Row("POST events.attendance.create", "date_somebody_was_at", *THEIRS),
    Row("POST events.attendance.create", "date_to_come_and_somebody", "403"),
    Row("DELETE events.attendance.destroy", "date_somebody_was_at", *THEIRS),
    Row("DELETE events.attendance.destroy", "date_to_come_and_somebody", "403"),
    Row("GET events.poster.show", "event_date", ORGANISERS),
    Row("GET events.poster.show", "cancelled_date", "403"),
    Row("GET events.poster.show", "date_in_a_hidden_space", MINE),
    Row("POST events.poster.create", "event_date", BY_PAGE),
    Row("DELETE events.poster.destroy", "event_date", BY_PAGE),
    Row("GET events.checkin.new", "house", "200"),
    Row("POST events.checkin.create", "house", "422", send={"code": "22222222"}),
    Row("DELETE events.checkin.destroy", "date_going_on", "303", "200"),
    Row("DELETE events.checkin.destroy", "date_in_a_hidden_space", *BEHIND),
    Row("GET events.minutes.edit", "date_going_on", ORGANISERS),
    Row("GET events.minutes.edit", "event_date", "403"),
    Row("GET events.minutes.edit", "date_in_a_hidden_space", "404 owner=403"),
    Row("PUT events.minutes.update", "date_going_on", *THEIRS, send=AGREED),
    Row("PUT events.minutes.update", "event_date", "403", send=AGREED),
    Row("DELETE events.minutes.destroy", "date_with_minutes", *THEIRS),
    Row("POST events.minutes.create", "date_with_minutes", *THEIRS),
    Row("GET events.revisions.index", "date_with_minutes", ORGANISERS),
    Row("GET events.revisions.index", "date_in_a_hidden_space", "404"),
    Row("GET events.revisions.show", "date_with_minutes_and_their_revision", ORGANISERS),
    Row("GET events.photos.index", "date_with_a_photo", "200"),
    Row("GET events.photos.index", "date_in_a_hidden_space", MINE),
    Row("POST events.photos.create", "date_going_on", BY_PAGE, send=PHOTO),
    Row("POST events.photos.create", "event_date", "403", send=PHOTO),
    Row("DELETE events.photos.destroy", "date_with_a_photo", BY_PAGE),
    Row("PUT events.photos.update", "date_with_a_photo", BY_PAGE),
    Row("GET events.feedback.show", "date_that_is_over", ORGANISERS),
    Row("PUT events.feedback.update", "date_the_owner_was_at", "403 owner=303", "403 owner=200", send=OPINION),
    Row("PUT events.feedback.update", "date_going_on", "403", send=OPINION),
    Row("DELETE events.feedback.destroy", "date_the_owner_was_at", "403 owner=303", "403 owner=200"),
    Row("GET events.certificate.show", "date_the_owner_was_at", MINE),
    Row("GET events.certificate.show", "date_that_is_over", "404"),
    Row("GET events.participants.show", "event_date", ORGANISERS),
    Row("GET events.participants.show", "date_in_a_hidden_space", MINE),
]
# fmt: on
