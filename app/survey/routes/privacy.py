"""/survey/privacy: in plain words, what becomes of an answer."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.survey import queries
from app.survey.models import DETAIL, DISTRIBUTION, KEPT_FOR
from app.survey.suppression import LEAST

bp = Blueprint("privacy", __name__, url_prefix="/privacy")


@bp.get("")
def show() -> ResponseReturnValue:
    """As it is in the wave that opened last, or would be in the first one."""
    wave = queries.last_wave()
    return render_template(
        "survey/privacy/show.html",
        wave=wave,
        least=wave.least if wave else LEAST,
        detail=wave.detail if wave else DETAIL,
        distribution=wave.distribution if wave else DISTRIBUTION,
        months=wave.months if wave else KEPT_FOR,
    )
