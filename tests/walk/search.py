"""What is found."""

from tests.walk.base import Row

READING = {
    "search.results.index",
}

# fmt: off
TABLE = [
    Row("GET search.results.index", "house", "200"),
]
# fmt: on
