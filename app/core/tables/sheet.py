"""The rows of a workbook, and nothing else: no application, no secrets, and an end.

Run as a program it reads an XLSX from its standard input and writes a line of JSON for every row:
its number, its cells as words, and the columns in which it is one cell with an earlier row. Nothing
of the application is imported here. It may be killed at any moment; a file made to hurt finds walls
of memory, of time and of what it may say.
"""

import io
import json
import resource
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

MEMORY = 768 * 2**20  # bytes of address space: a table of 200,000 rows by 10 takes 250 MB
SECONDS = 30  # of computing
LETTERS = (
    2**26
)  # of all its cells, with what rows share in each: 200,000 rows by 10 hold 30 million
FULL = 3  # how this program ends where there are more


def cell(value: Any) -> str:
    """As somebody would have typed it into a text file."""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.isoformat(" ") if value.time() != time() else value.date().isoformat()
    if isinstance(value, (date, time)):
        return value.isoformat()
    return str(value) if isinstance(value, timedelta) else value or ""


def looked_at(sheet: Any) -> Iterator[tuple[int, list[str], list[int]]]:
    """Its rows as a person sees them: what several rows share says the same in each of them. A row
    of which all is shared is none.
    """
    left = sheet.start[1] if sheet.start else 0
    begins = defaultdict(list)
    for (first, column), (last, _) in sheet.merged_cell_ranges or []:
        if last > first and column >= left:
            begins[first].append((column - left, last))
    shared: dict[int, tuple[int, str]] = {}  # by column: until where, and what
    for at, row in enumerate(sheet.iter_rows()):
        cells = [cell(value) for value in row]
        shared = {column: one for column, one in shared.items() if one[0] >= at}
        above = sorted(shared) if any(cells) else []
        for column in above:
            cells[column] = shared[column][1]
        for column, last in begins.get(at, []):
            if column < len(cells):  # beyond them nothing is said
                shared[column] = (last, cells[column])
        yield at + 1, cells, above


def main(most: int) -> None:
    """Up to `most` rows that are not empty, and one more if there are more."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
    sheets = [one for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
    seen = [one for one in sheets if one.visible == SheetVisibleEnum.Visible]
    sheet = book.get_sheet_by_name((seen or sheets)[0].name)
    said = letters = 0
    for number, cells, above in looked_at(sheet):
        while cells and not cells[-1]:
            cells.pop()
        letters += sum(map(len, cells))
        if letters > LETTERS:
            sys.exit(FULL)
        if cells:
            print(json.dumps([number, cells, above], ensure_ascii=False))
            said += 1
        if said > most:
            break
    print("[]", flush=True)  # the end, and not a break


if __name__ == "__main__":
    main(int(sys.argv[1]))
