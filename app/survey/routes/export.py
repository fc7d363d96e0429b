"""/survey/waves/…/results/export: what a wave found, as a file."""

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.tables import TYPES, download
from app.people.freshly import fresh
from app.survey import exporter, policy, queries
from app.survey.results import compared_with

bp = Blueprint("export", __name__, url_prefix="/waves/<int:number>/results/export")


@bp.get("")
@fresh
def show(number: int) -> ResponseReturnValue:
    """As `?as=csv` or `?as=xlsx`. That the figures leave the house is written down first."""
    load(queries.with_results(reader()), number)
    authorize(policy.manage)
    kind = request.args.get("as", "csv")
    if kind not in TYPES:
        abort(404)  # and nothing was taken out
    with writing(shown=False):
        authorize(policy.manage)
        exporter.tell(load(queries.with_results(me()), number), by=me())
    wave = load(queries.with_results(reader()), number)
    table = exporter.rows(wave, compared_with(reader(), wave))
    return download(table, name=wave.name, kind=kind)
