"""Tables going out to spreadsheets, and coming in from them."""

from app.core.tables.out import (
    FORMULA,
    TYPES,
    Cell,
    csv_lines,
    download,
    harmless,
    xlsx_file,
)
from app.core.tables.reading import Row, Table, read_table

__all__ = [
    "FORMULA",
    "TYPES",
    "Cell",
    "Row",
    "Table",
    "csv_lines",
    "download",
    "harmless",
    "read_table",
    "xlsx_file",
]
