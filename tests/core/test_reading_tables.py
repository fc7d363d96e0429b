"""Tables come in from any program; what is no table is refused in a sentence, and at once."""

import io
import time

import pytest
from openpyxl import Workbook

from app.core.remarks import Unreadable
from app.core.tables import Above, csv_lines, read_table, sheet, workbooks
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


def test_a_cell_shared_by_very_many_rows_is_too_much():
    """Sixteen kilobytes of a file that would be six hundred million letters."""
    book, file = Workbook(), io.BytesIO()
    book.active.append(["x" * 32_000] * 20)
    for n in range(2, 1_001):
        book.active.cell(n, 21, n)
    for column in range(1, 21):
        book.active.merge_cells(start_row=1, end_row=1_000, start_column=column, end_column=column)
    book.save(file)
    rows, lines = read_table(file).rows, []
    with pytest.raises(Unreadable, match="too much"):
        lines.extend(row.line for row in rows)
    assert len(lines) < 150


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


def test_what_rows_share_is_read_in_each_of_them_as_a_person_sees_it():
    book, file = Workbook(), io.BytesIO()
    for row in (["Ideas of 2021"], ["Idea", "", "About"], ["One", 1, "shared"], ["Two"], ["Three"]):
        book.active.append(row)
    book.active["C6"] = "own"  # and its title is shared: a row that says something
    for cells in ("A1:C1", "C3:C5", "A5:A9", "E1:F1"):
        book.active.merge_cells(cells)
    book.save(file)
    file.seek(0)
    assert list(read_table(file).rows) == [
        (1, ["Ideas of 2021"], []),
        (2, ["Idea", "", "About"], []),
        (3, ["One", "1", "shared"], []),
        (4, ["Two", "", "shared"], [2]),
        (5, ["Three", "", "shared"], [2]),
        (6, ["Three", "", "own"], [0]),
    ]


def test_what_is_merged_beside_the_cells_is_nothing():
    book, file = Workbook(), io.BytesIO()
    for row in ROWS:
        book.active.append(row)
    for cells in ("C1:C3", "E2:E3", "A9:A12"):
        book.active.merge_cells(cells)
    book.save(file)
    assert list(read_table(file).rows) == [(line, cells, []) for line, cells in numbered(ROWS)]


def test_what_goes_out_shared_comes_in_shared():
    above = Above("ídem")
    rows = [
        ["h", "d"],
        ["a", "x"],
        ["b", above],
        ["c", above],
        ["d", "y"],
        ["e", above],
        ["f", "y"],
    ]
    found = list(read_table(xlsx(rows)).rows)
    assert [row.cells[1] for row in found] == ["d", "x", "x", "x", "y", "y", "y"]
    assert [row.above for row in found if row.above] == [[1], [1], [1]]
    assert "".join(csv_lines(rows)).split("\r\n")[2] == "b,ídem"


def test_a_text_within_quotes_does_not_say_what_divides_the_cells():
    text = 'Idea,Status,Body\nOne,,"* a\n;=b\n;=c\n;=d"\n'
    assert read_table(io.BytesIO(text.encode())).delimiter == ","
