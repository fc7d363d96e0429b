"""/imports/<number>/report: what became of each file, to keep."""

from collections.abc import Iterator

from flask import Blueprint, Response, stream_with_context
from flask.typing import ResponseReturnValue

from app.core.access import reader
from app.core.db import load
from app.core.i18n import gettext
from app.core.remarks import Remark
from app.core.tables import csv_lines
from app.imports import kinds, queries
from app.imports.models import WORDS

bp = Blueprint("report", __name__, url_prefix="/<int:number>/report")


@bp.get("")
def show(number: int) -> ResponseReturnValue:
    import_ = load(queries.visible_to(reader()), number)
    rows = _rows(number, kinds.named(import_.kind).place)
    answer = Response(stream_with_context(csv_lines(rows)), mimetype="text/csv")
    answer.headers.set("Content-Disposition", "attachment", filename=f"import-{number}.csv")
    return answer


def _rows(number: int, place: str) -> Iterator[list[str]]:
    yield [gettext(place), gettext("Title"), gettext("What became of it"), gettext("Why")]
    for note in queries.all_notes(number):
        why = " ".join(str(Remark(*remark)) for remark in note.remarks)
        yield [note.place, note.title, gettext(WORDS[note.outcome]), why]
