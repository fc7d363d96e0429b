"""Tables come in from any program; what is no table is refused in a sentence, and at once."""

import io
import time

import pytest

from app.core.remarks import Unreadable
from app.core.tables import csv_lines, read_table, sheet, workbooks
from tests.core.workbooks import BOMBS, SHEET, rebuilt, xlsx
from tests.core.workbooks import sheet as a_sheet

ROWS = [["Nombre", "Correo"], ["Ñiña Etxebarría", "n@x.example"], ["O’Neill", "o@x.example"]]


def read(data, **given):
    file = io.BytesIO(data) if isinstance(data, bytes) else data
    table = read_table(file, **given)
    return table, [(row.line, row.cells) for row in table.rows]


def numbered(rows):
    return list(enumerate(rows, 1))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_any_encoding_and_delimiter_is_found(encoding, delimiter, end):
    text = "".join(delimiter.join(row) + end for row in ROWS)
    table, rows = read(text.encode(encoding))
    assert rows == numbered(ROWS)
    assert (table.form, table.delimiter) == ("csv", delimiter)


def test_a_delimiter_inside_the_cells_is_not_the_delimiter():
    _, rows = read(b"a;b\nx, y, z;1\nx, y;2\n")
    assert rows[1] == (2, ["x, y, z", "1"])
    _, rows = read(b"sep=;\r\na;b\r\n1,5;2\r\n")
    assert rows == [(2, ["a", "b"]), (3, ["1,5", "2"])]


def test_lines_are_numbered_as_an_editor_shows_them():
    _, rows = read(b'a,b\n"two\nlines",1\n\n,,\nc,2\n')
    assert rows == [(1, ["a", "b"]), (2, ["two\nlines", "1"]), (6, ["c", "2"])]


def test_a_workbook_is_the_same_table():
    table, rows = read(xlsx([*ROWS, ["", ""], ["Ultima", ""]]))
    assert table.form == "xlsx"
    assert rows == [*numbered(ROWS), (5, ["Ultima"])]


def test_numbers_and_dates_are_as_somebody_would_have_typed_them():
    cells = '<c r="B3"><v>12</v></c><c r="C3"><v>1.5</v></c><c r="D3" t="b"><v>1</v></c>'
    _, rows = read(rebuilt({SHEET: a_sheet(f'<row r="3">{cells}</row>')}))
    assert rows == [(3, ["12", "1.5", "1"])]
    assert sheet.cell(7.0) == "7" and sheet.cell(None) == ""


def test_what_goes_out_comes_in():
    sent = [["a", "b"], ['"', "x\ny"], ["ñ", "1,5"]]
    assert [row for _, row in read("".join(csv_lines(sent)).encode())[1]] == sent
    assert [row for _, row in read(xlsx(sent))[1]] == sent


@pytest.mark.parametrize("bomb", BOMBS, ids=lambda bomb: bomb.__name__)
def test_a_bomb_is_refused_before_it_goes_off(bomb):
    file = bomb()
    began = time.perf_counter()
    with pytest.raises(Unreadable):
        read(file)
    assert time.perf_counter() - began < 2  # 0.2 on a quiet machine


def test_a_string_named_by_a_million_cells_meets_the_wall_of_memory():
    cells = "".join(
        f'<row r="{n}">'
        + "".join(f'<c r="{c}{n}" t="s"><v>0</v></c>' for c in "ABCDEFGH")
        + "</row>"
        for n in range(1, 20_000)
    )
    strings = f"<sst><si><t>{'x' * 30_000}</t></si></sst>"
    with pytest.raises(Unreadable, match="too much"):
        read(rebuilt({SHEET: a_sheet(cells), "xl/sharedStrings.xml": strings}))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "nothing in this file"),
        (b"\xef\xbb\xbf \n", "nothing in this file"),
        (b"PK\3\4 cut short", "not a workbook"),
        (rebuilt({SHEET: "<worksheet"}), "not a workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "old or a locked"),
        (b"%PDF-1.7 \xe2\xe3", "no table"),
        (bytes(range(256)) * 9, "no table"),
        (b'a,b\n"never closed' + b"x" * 200_000, "line %(line)s on nothing fits"),
        (b"," * 300 + b"x", "more than %(most)s columns"),
    ],
)
def test_what_is_no_table_is_said(data, words):
    with pytest.raises(Unreadable, match=words.replace("(", r"\(").replace(")", r"\)")):
        read(data)


def test_too_much_is_said_before_it_is_read():
    with pytest.raises(Unreadable, match="larger than"):
        read(b"a,b\n" * 100, largest=300)
    for data in (b"a,b\n" * 12, xlsx([["a", "b"]] * 12)):
        assert len(read(data, most_rows=12)[1]) == 12
        with pytest.raises(Unreadable, match="more than %"):
            read(data, most_rows=11)


def test_whoever_stops_reading_leaves_no_process_behind():
    rows = workbooks.rows(xlsx([["a"] * 10] * 5_000), 5_000)
    next(rows)
    process = rows.gi_yieldfrom.gi_frame.f_locals["process"]
    assert process.poll() is None
    rows.close()
    assert process.returncode is not None
