"""A spreadsheet shows what people wrote, and calculates nothing of it."""

import csv
import io
import re
from datetime import date, datetime

import pytest
from openpyxl import load_workbook
from werkzeug.exceptions import NotFound

from app.core.tables import csv_lines, download, harmless, xlsx_file
from app.core.tables import out as tables

FORMULAS = [
    "=1+1",
    "+34 600",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "＋1",
    "－1",
    "＠A",
    "  =1",
]


def opened(file):
    """Every sheet of an XLSX as its rows."""
    book = load_workbook(file)
    return [[list(row) for row in sheet.iter_rows()] for sheet in book]


def values(file):
    return [[[cell.value for cell in row] for row in sheet] for sheet in opened(file)]


@pytest.mark.parametrize("cell", FORMULAS)
def test_what_would_be_a_formula_is_words(cell):
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "a=b", "Ñu", "1-2", "'=1", "“=1”"])
def test_what_is_words_stays_as_it_is(cell):
    assert harmless(cell) == cell


def test_the_lines_are_one_table():
    rows = [["Título", "Por qué"], ['Con "comillas", y comas', "dos\nlíneas"], ["=1", ""]]
    text = "".join(csv_lines(rows))
    assert text.startswith("\ufeff")
    read = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert read == [*rows[:2], ["'=1", ""]]


def test_nothing_is_calculated_where_semicolons_stand_between_cells():
    """Excel in Spanish takes each of them for an end, also within our quotes."""
    cells = ["Ane;=1+1;", "Ane\n=1+1;x", "a, b; @SUM(A1)", 'x;"=1+1;', "x;－1", "x\t+1"]
    text = "".join(csv_lines([["Name", "Job"], *(["1", cell] for cell in cells)]))

    seen = [cell.strip(' "') for cell in re.split("[;\t\r\n]", text)]

    assert seen.count("'=1+1") == 3
    assert not any(cell.startswith(tables.FORMULA) for cell in seen)


def test_figures_and_dates_stay_what_they_are():
    row = [-3, 2.5, datetime(2026, 3, 2, 9, 30), date(2026, 3, 2), None]

    assert list(csv_lines([row])) == ["\ufeff-3,2.5,2026-03-02 09:30:00,2026-03-02,\r\n"]
    with xlsx_file([["a", "b", "c", "d", "e", "f"], [*row, "x"]]) as file:
        kept = values(file)[0][1]
    assert kept == [-3, 2.5, datetime(2026, 3, 2, 9, 30), datetime(2026, 3, 2), None, "x"]


@pytest.mark.parametrize("cell", [*FORMULAS, "{=1}", "http://example.com", "007"])
def test_an_xlsx_holds_words_where_there_were_words(cell):
    with xlsx_file([[cell], [cell]]) as file:
        for (kept,) in opened(file)[0]:
            said = kept.value.replace("_x000D_", "\r")  # as the format writes it
            assert kept.data_type == "s" and said.lstrip("'") == cell
            assert not said.startswith(tables.FORMULA) and kept.hyperlink is None


def test_a_text_longer_than_a_cell_shows_that_there_is_more():
    longest = "a" * 32_767
    with xlsx_file([["h"], [longest], ["b" * 40_000]]) as file:
        _, (whole,), (cut,) = values(file)[0]
    assert whole == longest and len(cut) == 32_767 and cut.endswith("bb…")


def test_a_full_sheet_is_followed_by_another(monkeypatch):
    monkeypatch.setattr(tables, "LONGEST_SHEET", 3)
    with xlsx_file([["Número"], [1], [2], [3]]) as file:
        assert values(file) == [[["Número"], [1], [2]], [["Número"], [3]]]


def test_an_empty_table_is_a_table():
    with xlsx_file([]) as file:
        assert values(file) == [[]]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_table_is_sent_as_a_file_of_its_kind(app, kind):
    answer = download([["Título"], ["Ñu"]], name="lista-ñ", kind=kind)

    assert answer.mimetype == tables.TYPES[kind]
    assert f"lista-%C3%B1.{kind}" in answer.headers["Content-Disposition"]
    assert "Cache-Control" not in answer.headers, "the house says: no-store"
    body = answer.get_data() if kind == "csv" else b"".join(answer.iter_encoded())
    answer.close()
    assert "Ñu" in (body.decode() if kind == "csv" else values(io.BytesIO(body))[0][1])


def test_there_is_no_other_kind_of_file(app):
    with pytest.raises(NotFound):
        download([], name="list", kind="pdf")
