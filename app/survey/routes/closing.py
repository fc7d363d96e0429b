"""/survey/waves/<number>/closing: no more answers. It is counted, and cannot be opened again."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.people.freshly import fresh
from app.survey import keys, policy, queries, stopping

bp = Blueprint("closing", __name__, url_prefix="/waves/<int:number>/closing")


@bp.get("/new")
@fresh
def new(number: int) -> ResponseReturnValue:
    """What happens then, before it cannot be undone."""
    wave = load(queries.waves(reader()), number)
    authorize(policy.run, wave)
    return render_template(
        "survey/closing/new.html",
        wave=wave,
        answered=queries.count_answers(number),
        has_key=keys.is_there(wave.key_name),
    )


@bp.post("")
@fresh
def create(number: int) -> ResponseReturnValue:
    authorize(policy.run, load(queries.waves(reader()), number))
    with writing():
        wave = load(queries.waves(me()), number)
        authorize(policy.run, wave)
        stopping.stop(wave, by=me())
    return redirect(url_for("survey.waves.show", number=number), code=303)
