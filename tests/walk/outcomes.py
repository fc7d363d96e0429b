"""What became of the ideas: the same for everybody who works here."""

from tests.walk.base import Row

READING = {
    "outcomes.done.index",
    "outcomes.ideas.index",
    "outcomes.overview.index",
}

TABLE = [
    Row("GET outcomes.overview.index", "house", "200"),
    Row("GET outcomes.tables.show", "outcomes_table", "200"),
    Row("GET outcomes.ideas.index", "house", "200"),
    Row("GET outcomes.done.index", "house", "200"),
    Row("GET outcomes.done_table.show", "house", "200"),
]
