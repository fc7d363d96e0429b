# ruff: noqa: E501 (one door, one line)
"""Pictures: brought in, shown, and shown small."""

from tests.walk.base import MINE, SEEN, Row

PICTURES = {
    "attachments.pictures.show",
    "attachments.pictures.small",
}

# fmt: off
TABLE = [
    Row("GET attachments.pictures.new", "house", "200"),
    Row("POST attachments.pictures.create", "house", "303", send={"alt": "A desk", "picture": "file"}),
    Row("POST attachments.covers.create", "house", "200", send={"cover_file": "file"}),
    Row("GET attachments.pictures.show", "picture", MINE),
    Row("GET attachments.pictures.show", "published_picture", "200"),
    Row("GET attachments.pictures.show", "withdrawn_picture", SEEN),
    Row("GET attachments.pictures.show", "picture_in_a_hidden_space", MINE),
    Row("GET attachments.pictures.small", "picture", MINE),
    Row("GET attachments.pictures.small", "published_picture", "200"),
    Row("GET attachments.pictures.small", "withdrawn_picture", SEEN),
]
# fmt: on
