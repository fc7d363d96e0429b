"""The stream."""

from tests.walk.base import Row

READING = {
    "activity.stream.index",
}

# fmt: off
TABLE = [
    Row("GET activity.stream.index", "house", "200"),
    Row("GET activity.followed.index", "house", "200"),
]
# fmt: on
