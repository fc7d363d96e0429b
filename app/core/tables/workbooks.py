"""An XLSX, whose rows a process reads that can be killed; before it begins the zip is weighed.

Reading is all the libraries' own: a cell at the far end of a sheet makes them reserve every cell
before it, one long string named by a million cells is copied a million times. What can be seen
beforehand is refused beforehand; the process meets a limit of memory, one of letters (a cell merged
over thousands of rows is said in each of them) and a deadline for the rest.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from app.core import zips
from app.core.i18n import N_
from app.core.remarks import Unreadable, remark
from app.core.tables.sheet import FULL

PROGRAM = Path(__file__).with_name("sheet.py")
# Nothing else of our surroundings: the reader of hostile files needs no secrets.
SURROUNDINGS = ("PATH", "PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH", "LANG", "LC_ALL")

MOST_PARTS = 1_000  # files inside a workbook
LARGEST_DIRECTORY = 2**20  # bytes in which it lists them
LARGEST = 250 * 2**20  # bytes unpacked: 200,000 rows by 10 take some 80 MB
LARGEST_ROW = 250_000  # the number of a row; beyond it nobody typed
FAR = re.compile(rb' r="[A-Z]{0,2}(?:2[5-9]|[3-9]\d|\d{3})\d{4}"| r="[A-Z]{3,}\d')
LONG = re.compile(rb"[^<]{131072}")  # a cell holds 32,767 characters, of up to 4 bytes
OVERLAP = 131_072 + 40
PATIENCE = 60.0  # seconds until it is killed, whatever it does

BROKEN = N_("This is not a workbook we can read: it may be damaged, or locked with a password.")
TOO_LARGE = N_("Unpacked this workbook is far larger than a table of people’s words can be.")
FAR_AWAY = N_("There is a cell very far out in this sheet. Copy the table into a new workbook.")
TOO_MUCH = N_("This workbook takes too much to read. Save the table as CSV and send that.")


Spoken = tuple[int, list[str], list[int]]


def rows(file: BinaryIO, most: int) -> Iterator[Spoken]:
    """The rows of its first visible sheet with their numbers, at most one beyond `most`; of each,
    the columns in which a cell is one with that of an earlier row.
    """
    _weigh(file)
    with tempfile.TemporaryFile() as copy:
        file.seek(0)
        shutil.copyfileobj(file, copy, 2**20)
        copy.seek(0)
        yield from _spoken(copy, most)


def _spoken(file: BinaryIO, most: int) -> Iterator[Spoken]:
    process = subprocess.Popen(
        [sys.executable, "-P", str(PROGRAM), str(most)],
        stdin=file.fileno(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in SURROUNDINGS if name in os.environ}
        | {"PYTHONIOENCODING": "utf-8:surrogatepass"},
    )
    assert process.stdout
    too_late = threading.Timer(PATIENCE, process.kill)
    too_late.daemon = True
    too_late.start()
    try:
        for said in process.stdout:
            if not said.endswith(b"\n"):
                break
            row = json.loads(said.decode("utf-8", "replace"))
            if not row:
                return
            yield row[0], row[1], row[2]
        code = process.wait()
        raise Unreadable(remark(TOO_MUCH if code < 0 or code == FULL else BROKEN))
    finally:
        too_late.cancel()
        process.kill()
        process.wait()
        process.stdout.close()


def _weigh(file: BinaryIO) -> None:
    """What does not even take a process to refuse."""
    try:
        zips.measure_directory(file, most_files=MOST_PARTS, largest=LARGEST_DIRECTORY)
        with zipfile.ZipFile(file) as archive:
            if "xl/workbook.xml" not in archive.namelist():
                raise Unreadable(remark(BROKEN))
            zips.weigh(file, archive, largest=LARGEST, look=_Look())
    except (zips.TooLarge, zips.TooManyFiles):
        raise Unreadable(remark(TOO_LARGE)) from None
    except Unreadable:
        raise
    except Exception:  # a broken archive breaks in as many ways as there are bytes
        raise Unreadable(remark(BROKEN)) from None


class _Look:
    """Looks at the parts as they are unpacked, over the seams between the pieces too."""

    def __init__(self) -> None:
        self._name, self._before = "", b""

    def __call__(self, name: str, piece: bytes) -> None:
        overlap = 40 if "worksheets" in name else OVERLAP
        before = self._before if name == self._name else b""
        data = before + piece
        if "worksheets" in name and FAR.search(data):
            raise Unreadable(remark(FAR_AWAY))
        if "sharedStrings" in name and LONG.search(data):
            raise Unreadable(remark(TOO_MUCH))
        self._name, self._before = name, data[-overlap:]
