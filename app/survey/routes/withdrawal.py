"""/survey/withdrawal: taking one's answer back, with the code that only its person has."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.core.access import reader
from app.core.db import writing
from app.core.i18n import gettext
from app.core.unwatched import unwatched
from app.survey import casting, keys, queries
from app.survey.forms import WithdrawalForm
from app.survey.models import NotNow, Wave

bp = Blueprint("withdrawal", __name__, url_prefix="/withdrawal")


@bp.get("")
@unwatched
def new() -> ResponseReturnValue:
    wave = queries.last_wave()
    return _page(wave, WithdrawalForm(formdata=None))


@bp.post("")
@unwatched
def create() -> ResponseReturnValue:
    wave = queries.last_wave()
    form = WithdrawalForm()
    if wave is None or not wave.is_open:
        return _page(wave, form, status=409)
    if not form.validate():
        return _page(wave, form, status=422)

    number = wave.id
    try:
        with writing(shown=False):
            casting.withdraw(number, form.given, by=reader().id)
    except casting.NoSuchAnswer:
        form.code.errors = [gettext("No answer of yours lies under this code.")]
        return _page(queries.last_wave(), form, status=422)
    except (NotNow, keys.KeyLost):
        return _page(queries.last_wave(), form, status=409)
    return render_template("survey/withdrawal/done.html")


def _page(wave: Wave | None, form: WithdrawalForm, *, status: int = 200) -> ResponseReturnValue:
    may = wave is not None and wave.is_open and keys.is_there(wave.key_name)
    return render_template("survey/withdrawal/new.html", wave=wave, form=form, may=may), status
