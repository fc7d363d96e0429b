"""What one is told, and how one wishes to be told."""

from app.notifications.models import Kind
from tests.walk.base import Row

PUBLIC = {
    "notifications.unsubscribing.create",
    "notifications.unsubscribing.show",
}
READING = {
    "notifications.bell.show",
}

WISHES = {kind.value: "daily" for kind in Kind}

# fmt: off
TABLE = [
    Row("GET notifications.notifications.index", "house", "200"),
    Row("GET notifications.audience.show", "house", "200"),
    Row("GET notifications.bell.show", "house", "200"),
    Row("GET notifications.wishes.edit", "house", "200"),
    Row("PUT notifications.wishes.update", "house", "303", send=WISHES),
    Row("POST notifications.reading.create", "house", "303"),
    Row("DELETE notifications.reading.destroy", "long_ago", "303"),
    Row("POST notifications.reading.update", "notification", "404 owner=303", "404 owner=204"),
    Row("GET notifications.unsubscribing.show", "last_letter", "200 stranger=200"),
    Row("GET notifications.unsubscribing.show", "letter", "410 stranger=410"),
    Row("POST notifications.unsubscribing.create", "last_letter", "200 stranger=200"),
    Row("POST notifications.unsubscribing.create", "letter", "410 stranger=410"),
]
# fmt: on
