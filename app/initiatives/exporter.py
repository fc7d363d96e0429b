"""The initiatives of a list in a table that the import understands."""

from collections.abc import Iterator
from datetime import date

from app.catalogue.categories import category_of
from app.core.i18n import gettext
from app.core.tables import Cell
from app.initiatives import queries
from app.initiatives.columns import FIELDS
from app.initiatives.narrowing import Narrowing
from app.initiatives.queries import files
from app.people.unit_paths import names


def rows(wanted: Narrowing, today: date, *, with_gone: bool) -> Iterator[list[Cell]]:
    """The names of the columns, and a row for each initiative; the addresses of people who left
    only `with_gone`.
    """
    yield [gettext(one.words) for one in FIELDS]
    units = {row.id: row for row in files.units()}
    for row, tags in files.with_tags(queries.all_of(wanted, today)):
        said: dict[str, Cell] = {
            "title": row.title,
            "category": category_of(row),
            "starts_on": row.starts_on,
            "ends_on": row.ends_on,
            "hours": row.hours,
            "reached": row.reached,
            "result": row.result,
            "unit": " > ".join(names(row.unit_id, units)),
            "owner": row.owner,
            "email": row.email if with_gone or row.disabled_at is None else "",
            "tags": ", ".join(tags),
            "language": row.language,
            "text": row.text,
        }
        yield [said[one.name] for one in FIELDS]
