"""The audit as a table, for whoever has just typed their password; and that is audited too."""

import csv
import io
from datetime import datetime, timedelta

import pytest
from openpyxl import load_workbook

from app.audit import exporter
from app.core import clock
from app.core.tables import FORMULA, TYPES
from tests.audit.books import grant, write, written
from tests.factories import make_person

URL = "/admin/audit/export"


@pytest.fixture
def rows(client, iker):
    """The rows of the file, its heading first."""
    client.sign_in(iker)

    def read(address="", kind="csv"):
        answer = client.get(f"{URL}?as={kind}{address}")
        assert answer.status_code == 200 and answer.mimetype == TYPES[kind]
        assert answer.headers["Cache-Control"] == "no-store"
        if kind == "csv":
            return list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"), newline="")))
        sheet = load_workbook(io.BytesIO(answer.data)).active
        answer.close()
        return [list(row) for row in sheet.iter_rows(values_only=True)]

    return read


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_row_says_what_the_page_says(rows, iker, ane, kind):
    with clock.at(datetime(2026, 3, 2, 9, 30)):  # UTC: half past ten in Madrid
        grant(ane, by=iker)
    heading, row = rows(kind=kind)

    assert heading[1] == "When (Europe/Madrid)"
    assert [str(cell) for cell in row] == [
        str(written()[0].id),
        "2026-03-02 10:30:00",
        "Iker",
        str(iker.id),
        "Ane now has a role: Ambassador",
        "RoleGranted",
        "person",
        str(ane.id),
        '{"role": "ambassador"}',
        "",
    ]


def test_it_is_as_narrow_as_the_page(rows, ane, jon):
    grant(ane)
    write(jon)

    assert [row[5] for row in rows("&q=ane")] == ["Code", "RoleGranted"]
    assert [row[5] for row in rows("&fact=PersonDisabled")] == ["Code", "PersonDisabled"]


def test_long_tables_are_whole(rows, ane, monkeypatch):
    monkeypatch.setattr(exporter, "BATCH", 4)
    write(ane, 10)

    numbers = [int(row[0]) for row in rows()[1:]]

    assert numbers == [entry.id for entry in reversed(written()[:10])]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_name_is_never_a_formula(rows, kind):
    grant(make_person('=HYPERLINK("http://evil.example";"Ane")'))

    cells = [cell for row in rows(kind=kind) for cell in row if isinstance(cell, str)]

    assert any("HYPERLINK" in cell for cell in cells)
    assert not any(cell.startswith(FORMULA) for cell in cells)


def test_the_export_is_audited_with_how_much_was_taken(rows, iker, ane):
    write(ane, 3)
    assert len(rows()) == 1 + 3, "it does not contain itself"

    told = written()[-1]
    assert (told.fact, told.actor_id, told.details) == ("AuditExported", iker.id, {"entries": 3})


def test_whoever_typed_their_password_long_ago_types_it_again(client, iker, ane):
    write(ane)
    client.sign_in(iker)
    with clock.at(clock.now() + timedelta(minutes=11)):
        answer = client.get(f"{URL}?as=xlsx&q=ane")

    assert answer.status_code == 303
    assert answer.location == "/sign-in/again?next=/admin/audit/export?as%3Dxlsx%26q%3Dane"
    assert len(written()) == 1, "nothing was taken out"


def test_no_other_kind_of_file_is_made_or_audited(client, iker, ane):
    write(ane)

    assert client.sign_in(iker).get(f"{URL}?as=pdf").status_code == 404
    assert len(written()) == 1


def test_an_excel_file_that_would_be_too_long_is_refused_in_words(client, iker, ane, monkeypatch):
    monkeypatch.setattr(exporter, "LONGEST_XLSX", 2)
    write(ane, 3)
    answer = client.sign_in(iker).get(f"{URL}?as=xlsx&q=ane", follow_redirects=True)

    assert answer.request.full_path == "/admin/audit?q=ane"
    assert "An Excel file holds 2 entries." in answer.text
    assert len(written()) == 3, "nothing was taken out"
    assert client.get(f"{URL}?as=csv").status_code == 200
