"""What the house itself answers."""

from tests.walk.base import Row

PUBLIC = {
    "health.alive",
    "health.ready",
    "metrics.show",
    "static",
}

# fmt: off
TABLE = [
    Row("GET health.alive", "house", "200 stranger=200"),
    Row("GET health.ready", "house", "200 stranger=200"),
    Row("GET metrics.show", "house", "404 stranger=404"),  # shut by default: see core/test_metrics
    Row("GET static", "drawing", "200 stranger=200"),
]
# fmt: on
