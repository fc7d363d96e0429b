"""Tables going out to spreadsheets, and coming in from them."""

from app.core.tables.cells import as_it_was, day_in, number_in
from app.core.tables.out import (
    FORMULA,
    TYPES,
    Above,
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
    "Above",
    "Cell",
    "Row",
    "Table",
    "as_it_was",
    "csv_lines",
    "day_in",
    "download",
    "harmless",
    "number_in",
    "read_table",
    "xlsx_file",
]
