"""Home, and what is beside it."""

from tests.walk.base import Row

PUBLIC = {
    "home.accessibility.show",
}
READING = {
    "home.home.index",
}

# fmt: off
TABLE = [
    Row("GET home.accessibility.show", "house", "200 stranger=200"),
    Row("GET home.home.index", "house", "200"),
    Row("GET home.patterns.index", "house", "200"),
]
# fmt: on
