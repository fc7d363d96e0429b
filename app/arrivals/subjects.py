"""People, as what may be brought in."""

from app.arrivals import importer, policy, queries
from app.arrivals.columns import CHOICES, FIELDS, lacks
from app.arrivals.roster import Roster
from app.core.i18n import N_
from app.imports import kinds
from app.imports.tables import TableKind

MOST = 200_000  # people in a table: 100,000 must fit

PEOPLE = TableKind(
    name="people",
    words=N_("People"),
    title=N_("Bring people in"),
    hint=N_("A table in CSV or Excel (XLSX), one person a row, up to 200,000 rows."),
    about="arrivals/imports/_about.html",
    may=policy.bring_in,
    is_delicate=True,
    most=MOST,
    fields=FIELDS,
    choices=CHOICES,
    lacks=lacks,
    judge=Roster,
    bring_in=importer.bring_in,
    close=importer.close,
    take_back=importer.take_back,
    finish=importer.finish,
    consent=importer.consent,
    called=queries.names,
)
kinds.register(PEOPLE)
