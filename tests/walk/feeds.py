"""Channels, and what a reader program fetches."""

from tests.walk.base import Row

PUBLIC = {
    "feeds.reading.space",
    "feeds.reading.tag",
    "feeds.reading.whole",
}

# fmt: off
TABLE = [
    Row("GET feeds.channels.index", "house", "200"),
    Row("POST feeds.channels.create", "house", "200", send={"name": "My reader"}),
    Row("DELETE feeds.channels.destroy", "channel", "404 owner=303"),
    Row("GET feeds.reading.whole", "letter", "404 stranger=404"),
    Row("GET feeds.reading.tag", "letter_about_a_tag", "404 stranger=404"),
    Row("GET feeds.reading.space", "letter_about_a_space", "404 stranger=404"),
]
# fmt: on
