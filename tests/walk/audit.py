"""The audit trail."""

from tests.walk.base import Row

# fmt: off
TABLE = [
    Row("GET audit.entries.index", "house", "403 admin=200"),
    Row("GET audit.export.show", "house", "403 admin=200"),
]
# fmt: on
