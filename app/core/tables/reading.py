"""Tables coming in, CSV or XLSX, from whatever program and decade: rows with their numbers.

    table = read_table(file, most_rows=50_000)
    for row in table.rows:
        row.line, row.cells

Nothing is said about what the cells mean. What cannot be read is Unreadable, and its remark is a
sentence for whoever sent it. The rows come one by one: a large table never lies in memory whole.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

from app.core.decoding import decoded
from app.core.i18n import N_
from app.core.remarks import Unreadable, remark
from app.core.tables import workbooks

MOST_ROWS = 50_000
MOST_COLUMNS = 200
LARGEST = 20 * 2**20  # bytes of a file
DELIMITERS = (",", ";", "\t")
SAMPLE = 2**16  # characters that show how cells are divided
DECLARED = re.compile(r'"?sep=(.)"?\r?\n')  # Excel's own first line

EMPTY = N_("There is nothing in this file.")
NO_TABLE = N_("This is no table. Send CSV, or XLSX as Excel and LibreOffice save it.")
OLD_EXCEL = N_("This is an old or a locked Excel file. Save it as XLSX without a password, or CSV.")
TOO_LARGE = N_("It is larger than %(most)s MB.")
TOO_MANY_ROWS = N_("There are more than %(most)s rows. Bring them in by parts.")
TOO_WIDE = N_("Line %(line)s has more than %(most)s columns.")
BAD_QUOTES = N_("From line %(line)s on nothing fits: look for a quotation mark that is not closed.")


class Row(NamedTuple):
    line: int  # where it begins, as an editor or a spreadsheet counts
    cells: list[str]
    above: Sequence[int] = ()  # columns in which it is one cell with an earlier row


@dataclass(frozen=True)
class Table:
    form: str  # "csv" or "xlsx"
    rows: Iterator[Row]  # without the empty ones
    encoding: str = ""
    delimiter: str = ""


def read_table(file: BinaryIO, *, most_rows: int = MOST_ROWS, largest: int = LARGEST) -> Table:
    """What the file holds, by what is in it and not by its name. Raises Unreadable, also while
    its rows are read: of a table with too many, the first `most_rows` come before."""
    size = file.seek(0, io.SEEK_END)
    if size > largest:
        raise Unreadable(remark(TOO_LARGE, most=largest // 2**20))
    file.seek(0)
    head = file.read(8)
    file.seek(0)
    if head.startswith(b"PK"):
        return Table("xlsx", _bounded(workbooks.rows(file, most_rows), most_rows))
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable(remark(OLD_EXCEL))
    text, encoding = decoded(file.read())
    if not text.strip("\ufeff \t\r\n\x00"):
        raise Unreadable(remark(EMPTY))
    if head.startswith((b"%PDF", b"{\\rtf")) or "\x00" in text[:SAMPLE]:
        raise Unreadable(remark(NO_TABLE))
    declared = DECLARED.match(text)
    delimiter = declared[1] if declared else _delimiter(text[:SAMPLE])
    skipped = 1 if declared else 0
    rows = _records(text[declared.end() :] if declared else text, delimiter, skipped)
    return Table("csv", _bounded(rows, most_rows), encoding, delimiter)


def _records(text: str, delimiter: str, skipped: int) -> Iterator[workbooks.Spoken]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    while True:
        began = reader.line_num + skipped + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise Unreadable(remark(BAD_QUOTES, line=began)) from None
        if any(cell.strip() for cell in cells):
            yield began, cells, []


def _bounded(rows: Iterator[workbooks.Spoken], most: int) -> Iterator[Row]:
    for count, (number, cells, above) in enumerate(rows):
        if count >= most:
            raise Unreadable(remark(TOO_MANY_ROWS, most=most))
        if len(cells) > MOST_COLUMNS:
            raise Unreadable(remark(TOO_WIDE, line=number, most=MOST_COLUMNS))
        yield Row(number, cells, above)


LEAST_OF_A_HEAD = 3  # cells of a first line that is the head of a table beyond doubt


def _delimiter(sample: str) -> str:
    """The one that divides most lines into the same number of cells; of two, into more cells. One
    that leaves the first line whole gives way to one by which that line is the head of all: within
    quotes a text may have any of them in any line.
    """
    found = {one: _divided(sample, one) for one in DELIMITERS}
    heads = [one for one, (_, width, first) in found.items() if LEAST_OF_A_HEAD <= width == first]
    best = max(DELIMITERS, key=lambda one: found[one][:2])
    return max(heads, key=lambda one: found[one][:2]) if heads and found[best][2] == 1 else best


def _divided(sample: str, delimiter: str) -> tuple[int, int, int]:
    """How many lines have as many cells as most, how many that is, and how many the first has."""
    try:
        rows = list(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter))[:50]
    except csv.Error:
        return 0, 0, 0
    widths = Counter(len(row) for row in rows if len(row) > 1)
    width, lines = widths.most_common(1)[0] if widths else (0, 0)
    return lines, width, len(rows[0]) if rows else 0
