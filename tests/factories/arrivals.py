"""A table of people that waits for somebody to say yes."""

from app.arrivals.subjects import PEOPLE
from app.core.tables import Row, Table
from app.imports import uploads
from app.imports.mapping import guess
from app.imports.models import Import
from app.imports.rows import Rows, kept
from app.people.models import Person


def keep_table(admin: Person) -> Import:
    """People who wait for a yes: some are new, one is refused, one would be closed."""
    rows = [
        ["Nombre", "Correo", "Puesto"],
        ["Ane Etxebarria Goikoetxea", "ane@b.example", "Gestora de clientes"],
        ["Nadie", "", ""],
    ]
    table = Table("csv", iter([Row(at, cells) for at, cells in enumerate(rows, 1)]), "utf-8", ";")
    setup, keep = kept(table)
    guess(setup, PEOPLE.fields)
    setup.choices = {"gone": "yes"}
    with keep:
        found = PEOPLE.understood(Rows(keep), setup, admin)
        return Import.read("people", "plantilla.csv", found, by=admin, file=uploads.keep(keep))
