"""/admin/people/export: everybody whose account is open, in a table."""

from collections.abc import Iterator
from typing import BinaryIO

from flask import Blueprint, Response, request, stream_with_context
from flask.typing import ResponseReturnValue

from app.arrivals import exporter, policy
from app.core import clock
from app.core.access import authorize, me
from app.core.db import writing
from app.core.i18n import gettext
from app.core.tables import csv_lines, workbook
from app.people.freshly import fresh

bp = Blueprint("people_export", __name__, url_prefix="/people/export")

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@bp.get("")
@fresh
def show() -> ResponseReturnValue:
    """As CSV, or as XLSX if asked. That the list leaves the house is written down first."""
    authorize(policy.take_out)
    with writing():
        authorize(policy.take_out)
        exporter.tell(me())
    form = "xlsx" if request.args.get("form") == "xlsx" else "csv"
    if form == "xlsx":
        file = workbook(exporter.rows(), gettext("People"))
        answer = Response(_pieces(file), mimetype=XLSX)
    else:
        answer = Response(stream_with_context(csv_lines(exporter.rows())), mimetype="text/csv")
    name = f"people-{clock.now():%Y-%m-%d}.{form}"
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    with file:
        yield from iter(lambda: file.read(2**16), b"")
