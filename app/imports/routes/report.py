"""/imports/<number>/report: what became of each file, to keep."""

from collections.abc import Iterator

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.core.access import reader
from app.core.db import load
from app.core.i18n import gettext
from app.core.remarks import Remark
from app.core.tables import download
from app.imports import kinds, queries
from app.imports.models import WORDS

bp = Blueprint("report", __name__, url_prefix="/<int:number>/report")


@bp.get("")
def show(number: int) -> ResponseReturnValue:
    import_ = load(queries.visible_to(reader()), number)
    rows = _rows(number, kinds.named(import_.kind).place)
    return download(rows, name=f"import-{number}", kind="csv")


def _rows(number: int, place: str) -> Iterator[list[str]]:
    yield [gettext(place), gettext("Title"), gettext("What became of it"), gettext("Why")]
    for note in queries.all_notes(number):
        why = " ".join(str(Remark(*remark)) for remark in note.remarks)
        yield [note.place, note.title, gettext(WORDS[note.outcome]), why]
