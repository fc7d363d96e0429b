"""/survey/waves/<number>/opening: from then on it takes answers, and nothing of it changes."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.people.freshly import fresh
from app.survey import opening, policy, queries
from app.survey.models import AnotherIsOpen, Lacking, Wave
from app.survey.wording import LACKS

bp = Blueprint("opening", __name__, url_prefix="/waves/<int:number>/opening")


@bp.get("/new")
@fresh
def new(number: int) -> ResponseReturnValue:
    """Whom it asks and what is frozen, before it cannot be undone."""
    wave = load(queries.waves(reader()), number)
    authorize(policy.edit, wave)
    return _page(wave, 200)


@bp.post("")
@fresh
def create(number: int) -> ResponseReturnValue:
    authorize(policy.edit, load(queries.waves(reader()), number))
    try:
        with writing():
            wave = load(queries.waves(me()), number)
            authorize(policy.edit, wave)
            opening.open(wave, by=me())
    except (Lacking, AnotherIsOpen):
        return _page(load(queries.waves(reader()), number), 422)
    except IntegrityError:  # another one opened in the same moment
        return _page(load(queries.waves(reader()), number), 422)
    say(gettext("It is open: everybody who is asked hears of it."))
    return redirect(url_for("survey.waves.show", number=number), code=303)


def _page(wave: Wave, status: int) -> ResponseReturnValue:
    plan = opening.foreseen(wave)
    return render_template(
        "survey/opening/new.html",
        wave=wave,
        invited=plan[0].invited,
        lacks=[LACKS[name] for name in opening.lacks(wave, plan)],
        other=queries.open_wave(),
    ), status
