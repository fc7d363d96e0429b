"""/survey/waves/<number>/reminder: everybody who is asked hears of it once more.

All of them, with the same words: whom to leave out, nobody knows.
"""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.survey import policy, queries
from app.survey.models import NotNow

bp = Blueprint("reminder", __name__, url_prefix="/waves/<int:number>/reminder")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    authorize(policy.run, load(queries.waves(reader()), number))
    try:
        with writing():
            wave = load(queries.waves(me()), number)
            authorize(policy.run, wave)
            wave.remind(by=me())
    except NotNow:
        say(gettext("They were reminded less than two days ago, or three times: give them time."))
    else:
        say(gettext("Everybody who is asked hears of it once more."))
    return redirect(url_for("survey.waves.show", number=number), code=303)
