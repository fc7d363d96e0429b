"""Taking the audit out: what somebody narrowed it to, as a table."""

import json
from collections.abc import Iterator

from app.audit import queries, telling
from app.audit.narrowing import Narrowing
from app.core.db import leave
from app.core.i18n import gettext, local, time_zone
from app.core.tables import Cell
from app.facts import record
from app.facts.audit import AuditExported
from app.people.models import Person, Reader

BATCH = 500  # entries in memory at once
LONGEST_XLSX = 50_000  # entries: it is made whole before it is sent


def tell(wanted: Narrowing, *, by: Person) -> int:
    """That it leaves the house is written into it first. In `writing()`.

    What leaves are the entries before the number that is returned, so not this one.
    """
    before = queries.newest() + 1
    record(AuditExported(actor=by, person=by, entries=queries.count(wanted, before=before)))
    return before


def rows(reader: Reader, wanted: Narrowing, first: int) -> Iterator[list[Cell]]:
    """A heading, and the entries before `first` as the page shows them, the latest first."""
    yield [
        gettext("Number"),
        gettext("When (%(time_zone)s)", time_zone=time_zone()),
        gettext("Who did it"),
        gettext("Number of who did it"),
        gettext("What happened"),
        gettext("Code"),
        gettext("Kind of thing"),
        gettext("Number of the thing"),
        gettext("Details"),
        gettext("Session"),
    ]
    before: int | None = first
    while before:
        book = telling.book(reader, wanted, before=before, size=BATCH)
        leave()  # nobody waits for a long table
        for told in book.entries:
            yield _row(told)
        before = book.earlier


def _row(told: telling.Told) -> list[Cell]:
    row = told.row
    return [
        told.id,
        local(told.at).replace(tzinfo=None),
        told.actor,
        row.actor_id,
        told.sentence.striptags(),
        row.fact,
        row.subject_kind,
        row.subject_id,
        json.dumps(row.details, ensure_ascii=False, sort_keys=True) if row.details else "",
        told.sign_in,
    ]
