"""Tables going out, for people who open them in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Iterator

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
