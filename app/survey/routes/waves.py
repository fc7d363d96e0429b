"""/survey/waves: the waves of the survey, and the desk they are run from."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import Overtaken, load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.core.once import made_by, remember
from app.survey import drafting, policy, queries
from app.survey.forms import NewWaveForm, WaveForm, differences
from app.survey.models import Wave
from app.survey.routes import desk

bp = Blueprint("waves", __name__, url_prefix="/waves")


@bp.get("")
def index() -> ResponseReturnValue:
    return render_template("survey/waves/index.html", waves=queries.told(reader()))


@bp.get("/new")
def new() -> ResponseReturnValue:
    authorize(policy.manage)
    return _new(NewWaveForm(formdata=None), 200)


@bp.post("")
def create() -> ResponseReturnValue:
    """It asks what the last one asked, until HR says otherwise."""
    authorize(policy.manage)
    form = NewWaveForm()
    if not form.validate():
        return _new(form, 422)

    with writing():
        authorize(policy.manage)
        number = made_by(form.once.data, me().id)
        if number is None:
            number = drafting.draft(form.name.data or "").id
            remember(form.once.data, me().id, number)
    return redirect(url_for("survey.waves.show", number=number), code=303)


@bp.get("/<int:number>")
def show(number: int) -> ResponseReturnValue:
    return desk.page(load(queries.seen_by(reader()), number))


@bp.get("/<int:number>/edit")
def edit(number: int) -> ResponseReturnValue:
    wave = load(queries.waves(reader()), number)
    authorize(policy.edit, wave)
    return _edit(wave, WaveForm.of(wave), 200)


@bp.put("/<int:number>")
def update(number: int) -> ResponseReturnValue:
    """`find` only looks for units, and so does Enter where one looks for them: what else was
    typed stays as it is.
    """
    wave = load(queries.waves(reader()), number)
    authorize(policy.edit, wave)
    form = WaveForm()
    if "find" in request.form or ("save" not in request.form and form.looks_further):
        return _edit(wave, form, 200)
    if not form.validate():
        return _edit(wave, form, 422)

    try:
        with writing():
            wave = load(queries.waves(me()), number, version=form.version.data)
            authorize(policy.edit, wave)
            wave.change(**form.said)
    except Overtaken:
        wave = load(queries.waves(reader()), number)
        authorize(policy.edit, wave)  # it may have been opened meanwhile
        form.face(wave)
        return _edit(wave, form, 409)
    say(gettext("Saved."))
    return redirect(url_for("survey.waves.show", number=number), code=303)


@bp.delete("/<int:number>")
def destroy(number: int) -> ResponseReturnValue:
    """What was asked for with its confirmation: see `discarding.py`."""
    authorize(policy.edit, load(queries.waves(reader()), number))
    with writing():
        wave = load(queries.waves(me()), number)
        authorize(policy.edit, wave)
        wave.discard()
    say(gettext("The draft is gone."))
    return redirect(url_for("survey.waves.index"), code=303)


def _new(form: NewWaveForm, status: int) -> ResponseReturnValue:
    return render_template("survey/waves/new.html", form=form, before=queries.last_wave()), status


def _edit(wave: Wave, form: WaveForm, status: int) -> ResponseReturnValue:
    rival = differences(WaveForm.of(wave), form) if status == 409 else []
    form.found_units.data = form.find_units.data
    return render_template(
        "survey/waves/edit.html",
        wave=wave,
        form=form,
        rival=rival,
        is_overtaken=status == 409,
    ), status
