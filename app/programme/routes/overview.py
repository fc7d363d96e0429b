"""/programme: the figures of a year or a quarter, of the house or of a unit."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.core import periods
from app.core.access import authorize, reader
from app.core.calendar import today
from app.core.db import load
from app.core.fragments import piece
from app.core.freshness import reading
from app.programme import narrowing, picturing, policy, queries
from app.programme.counted import kept
from app.programme.dossiers import is_there_one

bp = Blueprint("overview", __name__)


@bp.get("")
@reading
def index() -> ResponseReturnValue:
    """The same for all who may read it: drawn anew when a figure is another."""
    authorize(policy.read)
    period, unit = periods.read(request.args, today()), narrowing.number(request.args, "unit")
    if unit:
        load(queries.visible_to(reader()), unit)

    found = kept(period, unit)
    template, key = "programme/overview/_figures.html", found.fingerprint
    figures = piece(template, key, read=lambda: picturing.pictured(found))
    has_dossier = is_there_one(reader())
    return render_template(
        "programme/overview/index.html", figures=figures, has_dossier=has_dossier
    )
