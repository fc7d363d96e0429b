"""/survey/waves/…/record: how a wave kept what it promised."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.core.access import reader
from app.core.db import load
from app.survey import keys, queries
from app.survey.retention import kept_until

bp = Blueprint("record", __name__, url_prefix="/waves/<int:number>/record")


@bp.get("")
def show(number: int) -> ResponseReturnValue:
    wave = load(queries.on_record(reader()), number)
    return render_template(
        "survey/record/show.html",
        wave=wave,
        groups=queries.shown_of(wave.id),
        has_key=keys.is_there(wave.key_name),
        kept_until=kept_until(wave),
    )
