"""Everybody whose account is open, in a table that the import understands."""

from collections.abc import Iterator

from app.arrivals import queries
from app.arrivals.columns import FIELDS
from app.core.i18n import gettext
from app.facts import record
from app.facts.people import PeopleExported
from app.people.models import Person
from app.people.unit_paths import names

SHOWN = ("email", "name", "unit", "location", "job", "language", "number")


def tell(by: Person) -> None:
    """That it was done, in `writing()` and before a row leaves the house."""
    record(PeopleExported(actor=by, person=by, people=queries.active_count()))


def rows() -> Iterator[list[str]]:
    """The names of the columns, and a row for each person."""
    words = {one.name: one.words for one in FIELDS}
    yield [gettext(words[name]) for name in SHOWN]
    units = _paths()
    for person in queries.everybody():
        unit = units.get(person.unit_id, "")
        yield [
            person.email,
            person.name,
            unit,
            person.location or "",
            person.job,
            person.language,
            person.employee_number or "",
        ]


def _paths() -> dict[int, str]:
    """Each open unit as a path from the outermost in."""
    units = {row.id: row for row in queries.units()}
    return {number: " > ".join(names(number, units)) for number in units}
