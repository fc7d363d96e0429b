"""The programme."""

from tests.walk.base import Row

READING = {
    "programme.certificate.show",
    "programme.changes.index",
    "programme.coverage.index",
    "programme.events.index",
    "programme.ideas.index",
    "programme.overview.index",
    "programme.people.index",
    "programme.people.show",
    "programme.units.show",
}

GOVERNANCE = "403 governance=200"
INVOLVED = "403 ambassador=200 governance=200"

TABLE = [
    Row("GET programme.overview.index", "house", GOVERNANCE),
    Row("GET programme.tables.show", "programme_figures", GOVERNANCE),
    Row("GET programme.events.index", "house", INVOLVED),
    Row("GET programme.changes.index", "house", INVOLVED),
    Row("GET programme.ideas.index", "house", INVOLVED),
    Row("GET programme.coverage.index", "house", INVOLVED),
    Row("GET programme.coverage_table.show", "house", INVOLVED),
    Row("GET programme.people.index", "house", GOVERNANCE),
    Row("GET programme.people.show", "dossier", "403 owner=200 governance=200"),
    Row("GET programme.units.show", "unit_of_the_programme", INVOLVED),
    Row("GET programme.certificate.show", "dossier", "403 owner=404"),
]
