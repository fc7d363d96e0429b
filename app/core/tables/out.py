"""Tables going out, for people who open them in a spreadsheet."""

import csv
import io
import tempfile
from collections.abc import Iterable, Iterator
from typing import BinaryIO

# What makes a spreadsheet calculate instead of show; the wide forms are taken for the narrow.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def harmless(cell: str) -> str:
    """A cell that shows what it says: one that would be a formula begins with an apostrophe."""
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA) else cell


def csv_lines(rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """CSV in UTF-8, with the mark by which Excel knows it, a line at a time."""
    line = io.StringIO("\ufeff")
    line.seek(0, io.SEEK_END)
    writer = csv.writer(line)
    for row in rows:
        writer.writerow([harmless(cell) for cell in row])
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def workbook(rows: Iterable[Iterable[str]], sheet: str) -> BinaryIO:
    """An XLSX of words, and nothing but words, on a file that goes with whoever closes it."""
    from xlsxwriter import Workbook  # half a megabyte that few processes need

    file = tempfile.TemporaryFile()  # noqa: SIM115, whoever asked closes it
    with Workbook(file, {"constant_memory": True, "strings_to_urls": False}) as book:
        page = book.add_worksheet(sheet)
        page.freeze_panes(1, 0)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                page.write_string(number, column, harmless(cell))
    file.seek(0)
    return file
