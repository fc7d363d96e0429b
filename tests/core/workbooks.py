"""Workbooks, well-meant and not, made where they are needed."""

import io
import zipfile

from app.core.tables import xlsx_file

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"


def xlsx(rows):
    with xlsx_file(rows) as file:
        return io.BytesIO(file.read())


def rebuilt(change, rows=(("a", "b"),)):
    """A workbook whose parts were changed by hand: {name: content}, or more parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(xlsx(rows)) as good, zipfile.ZipFile(file, "w", 8) as bad:
        for name in good.namelist():
            bad.writestr(name, change.pop(name, good.read(name)))
        for name, content in change.items():
            bad.writestr(name, content)
    file.seek(0)
    return file


def sheet(cells):
    return f"<worksheet {MAIN}><sheetData>{cells}</sheetData></worksheet>"


def far():
    first, last = '<row r="1"><c r="A1"><v>1</v></c></row>', '<c r="XFD1048576"><v>1</v></c>'
    return rebuilt({SHEET: sheet(f'{first}<row r="1048576">{last}</row>')})


def far_down():
    first, last = '<row r="1"><c r="A1"><v>1</v></c></row>', '<c r="Z1048576"><v>1</v></c>'
    return rebuilt({SHEET: sheet(f'{first}<row r="1048576">{last}</row>')})


def large():
    """A megabyte of nothing but the same, unpacked a gigabyte."""
    file = rebuilt({})
    with zipfile.ZipFile(file, "a", 8) as bad, bad.open("xl/media/a.bin", "w") as part:
        for _ in range(1024):
            part.write(bytes(2**20))
    file.seek(0)
    return file


def many_strings():
    """Shared strings of more than any sheet can name."""
    file = rebuilt({})
    with zipfile.ZipFile(file, "a", 8) as bad, bad.open("xl/sharedStrings2.xml", "w") as part:
        for _ in range(300):
            part.write(b"<si><t>ja</t></si>" * 60_000)
    file.seek(0)
    return file


def one_long_string():
    cells = "".join(f'<c r="{c}1" t="s"><v>0</v></c>' for c in "ABCDEFGH")
    return rebuilt(
        {
            SHEET: sheet(f'<row r="1">{cells}</row>'),
            STRINGS: f"<sst {MAIN}><si><t>{'x' * 1_000_000}</t></si></sst>",
        }
    )


def many_parts():
    return rebuilt({f"xl/media/{n}.zip": b"" for n in range(20_000)})


def lying():
    """Its list of files says ten bytes; its data says ten megabytes."""
    content = b"<" * 10_000_000
    file = rebuilt({"xl/media/a.bin": content})
    data = bytearray(file.getvalue())
    size = len(content).to_bytes(4, "little")
    place = data.find(size)
    while place >= 0:
        data[place : place + 4] = (10).to_bytes(4, "little")
        place = data.find(size)
    return io.BytesIO(bytes(data))


def nested():
    """A zip in a zip in a zip: no workbook at all."""
    inner = b"end"
    for _ in range(5):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", 8) as outer:
            for n in range(10):
                outer.writestr(f"{n}.zip", inner)
        inner = file.getvalue()
    return io.BytesIO(inner)


BOMBS = [far, far_down, large, many_strings, one_long_string, many_parts, lying, nested]
