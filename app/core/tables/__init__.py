"""Tables going out to spreadsheets, and coming in from them."""

from app.core.tables.out import FORMULA, csv_lines, harmless, workbook
from app.core.tables.reading import Row, Table, read_table

__all__ = ["FORMULA", "Row", "Table", "csv_lines", "harmless", "read_table", "workbook"]
