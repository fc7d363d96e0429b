"""The rows of an uploaded table, kept as lines of JSON: read once, however often looked at."""

import json
import tempfile
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from app.core.tables import Row, Table
from app.imports.mapping import SHORT, TOP, Said, Setup


def kept(table: Table) -> tuple[Setup, BinaryIO]:
    """All its rows in a file of our own, and the first of them to look at. Raises Unreadable."""
    setup = Setup(form=table.form, encoding=table.encoding, delimiter=table.delimiter)
    file = tempfile.TemporaryFile()  # noqa: SIM115, whoever asked closes it
    try:
        for row in table.rows:
            file.write(json.dumps(row).encode("utf-8", "replace") + b"\n")
            if len(setup.top) < TOP:
                setup.top.append([row.line, [cell[:SHORT] for cell in row.cells]])
            setup.kept += 1
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return setup, file


class Rows:
    """What was kept of a table."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def said(self, setup: Setup, *, after: int = 0, most: int | None = None) -> Iterator[Said]:
        """Its rows as they are to be understood, from the one after `after` on."""
        self._file.seek(0)
        start = setup.above + after
        for text in islice(self._file, start, None if most is None else start + most):
            yield setup.said(Row(*json.loads(text)))
