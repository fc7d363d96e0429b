# ruff: noqa: E501 (one door, one line)
"""Files brought in, looked at, and agreed to."""

from tests.walk.base import Row

# fmt: off
TABLE = [
    Row("POST imports.consent.create", "waiting_table", "404 admin=303", "404 admin=200", send={"edition": "1"}),
    Row("PUT imports.mapping.update", "waiting_table", "404 admin=422", send={"edition": "1"}),
    Row("GET imports.imports.index", "house", "403 ambassador=200 governance=200 admin=200"),
    Row("GET imports.imports.new", "house", "403 ambassador=200 governance=200 admin=200"),
    Row("POST imports.imports.create", "house", "403 ambassador=422 governance=422 admin=422", send={"kind": "blog", "file": "file"}),
    Row("GET imports.imports.show", "waiting_import", "404 admin=200"),
    Row("DELETE imports.imports.destroy", "waiting_import", "404 admin=303"),
    Row("GET imports.report.show", "waiting_import", "404 admin=200"),
    Row("POST imports.steps.create", "waiting_import", "404 admin=303", "404 admin=200"),
]
# fmt: on
