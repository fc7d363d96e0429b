"""Tables going out, for people who open them in a spreadsheet."""

import csv
import io
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import IO
from urllib.parse import quote

from flask import Response, abort, stream_with_context
from werkzeug.wsgi import FileWrapper

from app.core.fields import slug

# What makes a spreadsheet calculate instead of show; the wide forms are taken for the narrow.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

# Where «;» stands between cells, as in Excel in Spanish, one of ours falls apart at its own.
BEHIND = re.compile(r"""[;\t\r\n][ "]*(?=[=+\-@＝＋－＠])""")


@dataclass(frozen=True)
class Above:
    """One cell with the one above it: merged in a workbook, and in a text said in `words`."""

    words: str


# A moment is on the clock of whoever reads it.
Cell = str | int | float | datetime | date | Above | None

TYPES = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
LONGEST_CELL = 32_767  # letters, in an XLSX
LONGEST_SHEET = 1_048_576  # rows, its heading included


def harmless(cell: str) -> str:
    """A cell that shows what it says: one that would be a formula begins with an apostrophe."""
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA) else cell


def download(rows: Iterable[Iterable[Cell]], *, name: str, kind: str) -> Response:
    """The answer that is a table: the first row is its heading, `name` has no ending.

    `kind` is "csv", sent a row at a time, or "xlsx", made whole before it is sent; anything
    else is a 404.
    """
    if kind not in TYPES:
        abort(404)
    if kind == "csv":
        answer = Response(stream_with_context(csv_lines(rows)), mimetype=TYPES[kind])
    else:
        file = xlsx_file(rows)
        answer = Response(FileWrapper(file), mimetype=TYPES[kind], direct_passthrough=True)
        answer.content_length = file.seek(0, io.SEEK_END)
        file.seek(0)
        answer.call_on_close(file.close)
    plain = slug(name, 80).encode("ascii", "ignore").decode() or "table"
    answer.headers["Content-Disposition"] = (
        f"attachment; filename={plain}.{kind}; filename*=UTF-8''{quote(name, '')}.{kind}"
    )
    return answer


def csv_lines(rows: Iterable[Iterable[Cell]]) -> Iterator[str]:
    """CSV in UTF-8, with the mark by which Excel knows it, a line at a time."""
    line = io.StringIO("\ufeff")
    line.seek(0, io.SEEK_END)
    writer = csv.writer(line)
    for row in rows:
        writer.writerow([_plain(cell) for cell in row])
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def _plain(cell: Cell) -> str | int | float:
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M:%S}"
    if isinstance(cell, date):
        return cell.isoformat()
    if cell is None:
        return ""
    if isinstance(cell, Above):
        return cell.words
    return BEHIND.sub(r"\g<0>'", harmless(cell)) if isinstance(cell, str) else cell


def _cut(cell: str) -> str:
    """What one cell can hold; the end of what is cut shows that there is more."""
    return cell if len(cell) <= LONGEST_CELL else f"{cell[: LONGEST_CELL - 1]}…"


def xlsx_file(rows: Iterable[Iterable[Cell]]) -> IO[bytes]:
    """An XLSX of the rows, written as they come: none but the current one is in memory.

    A temporary file at its beginning, which is gone when it is closed.
    """
    from xlsxwriter import Workbook  # needed by few requests, and slow to import

    file = tempfile.TemporaryFile()  # noqa: SIM115  (whoever asked for it closes it)
    with Workbook(file, {"constant_memory": True, "strings_to_formulas": False}) as book:
        _Sheets(book).write(rows)
    file.seek(0)
    return file


class _Sheets:
    """One sheet, and another each time one is full; the heading stands on every one."""

    def __init__(self, book) -> None:
        self._book = book
        self._bold = book.add_format({"bold": True})
        self._moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})
        self._shared: dict[int, int] = {}  # columns in which rows share a cell, and since which row

    def write(self, rows: Iterable[Iterable[Cell]]) -> None:
        rows = iter(rows)
        heading = list(next(rows, []))
        sheet, number = self._begin(heading), 1
        for row in rows:
            if number == LONGEST_SHEET:
                self._merge(sheet, number, [])
                sheet, number = self._begin(heading), 1
            cells = list(row)
            self._merge(sheet, number, cells)
            for column, cell in enumerate(cells):
                self._put(sheet, number, column, cell)
            number += 1
        self._merge(sheet, number, [])

    def _merge(self, sheet, number: int, cells: list[Cell]) -> None:
        """What the rows before this one share, where this one no longer does. Not by
        `merge_range`, which writes into those rows: they are in the file already.
        """
        shares = {column for column, cell in enumerate(cells) if isinstance(cell, Above)}
        for column in set(self._shared) - shares:
            sheet.merge.append([self._shared.pop(column), column, number - 1, column])
        for column in shares - set(self._shared):
            self._shared[column] = max(number - 1, 1)

    def _begin(self, heading: list[Cell]):
        sheet = self._book.add_worksheet()
        sheet.freeze_panes(1, 0)
        if heading:
            sheet.set_column(0, len(heading) - 1, 24)
        for column, cell in enumerate(heading):
            sheet.write_string(0, column, harmless(str(cell)), self._bold)
        return sheet

    def _put(self, sheet, number: int, column: int, cell: Cell) -> None:
        if isinstance(cell, datetime):
            sheet.write_datetime(number, column, cell.replace(tzinfo=None), self._moment)
        elif isinstance(cell, date):
            sheet.write_datetime(number, column, cell, self._day)
        elif isinstance(cell, str):
            sheet.write_string(number, column, _cut(harmless(cell)))
        elif cell is not None and not isinstance(cell, Above):
            sheet.write_number(number, column, cell)
