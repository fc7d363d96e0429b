"""/survey/waves/<number>/publication: the words everybody reads with the results."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import Overtaken, load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.survey import policy, queries
from app.survey.forms import PublicationForm
from app.survey.models import Wave

bp = Blueprint("publication", __name__, url_prefix="/waves/<int:number>/publication")


@bp.get("/new")
def new(number: int) -> ResponseReturnValue:
    wave = load(queries.waves(reader()), number)
    authorize(policy.publish, wave)
    return _page(wave, PublicationForm(formdata=None, obj=wave), 200)


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    """Again, it changes the words alone."""
    wave = load(queries.waves(reader()), number)
    authorize(policy.publish, wave)
    form = PublicationForm()
    form.has_stood(wave.summary)
    if "preview" in request.form:
        shown = form.summary.rendered.html if form.summary.validate(form) else None
        return _page(wave, form, 200, preview=shown)
    if not form.validate():
        return _page(wave, form, 422)

    try:
        with writing():
            wave = load(queries.waves(me()), number, version=form.version.data)
            authorize(policy.publish, wave)
            wave.publish(form.summary.data or "", form.summary.rendered, by=me())
    except Overtaken:
        wave = load(queries.waves(reader()), number)
        form.face(wave)
        return _page(wave, form, 409)
    say(gettext("Published: everybody sees the results with these words."))
    return redirect(url_for("survey.waves.show", number=number), code=303)


def _page(
    wave: Wave, form: PublicationForm, status: int, *, preview: str | None = None
) -> ResponseReturnValue:
    return render_template(
        "survey/publication/new.html",
        wave=wave,
        form=form,
        preview=preview,
        is_overtaken=status == 409,
    ), status
