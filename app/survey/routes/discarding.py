"""/survey/waves/<number>/discarding: a draft that nobody wants goes for good, so it is asked."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.core.access import authorize, reader
from app.core.db import load
from app.survey import policy, queries

bp = Blueprint("discarding", __name__, url_prefix="/waves/<int:number>/discarding")


@bp.get("/new")
def new(number: int) -> ResponseReturnValue:
    wave = load(queries.waves(reader()), number)
    authorize(policy.edit, wave)
    return render_template("survey/discarding/new.html", wave=wave)
