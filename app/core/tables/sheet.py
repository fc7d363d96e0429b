"""The rows of a workbook, and nothing else: no application, no secrets, and an end.

Run as a program it reads an XLSX from its standard input and writes a line of JSON for every row:
its number and its cells as words. Nothing of the application is imported here. It may be killed
at any moment; a file made to hurt finds a wall of memory and one of time.
"""

import io
import json
import resource
import sys
from datetime import date, datetime, time, timedelta
from typing import Any

MEMORY = 768 * 2**20  # bytes of address space: a table of 200,000 rows by 10 takes 250 MB
SECONDS = 30  # of computing


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
    said = 0
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells = [cell(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            print(json.dumps([number, cells], ensure_ascii=False))
            said += 1
        if said > most:
            break
    print("[]", flush=True)  # the end, and not a break


if __name__ == "__main__":
    main(int(sys.argv[1]))
