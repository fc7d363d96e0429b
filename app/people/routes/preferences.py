"""/account/preferences: language, light and time."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale

from app.core.access import me, reader
from app.core.db import writing
from app.core.hypermedia import say
from app.core.i18n import LANGUAGES, gettext
from app.people.forms import PreferencesForm
from app.people.models import Theme

bp = Blueprint("preferences", __name__, url_prefix="/account/preferences")


@bp.get("")
def edit() -> ResponseReturnValue:
    return _page(PreferencesForm(formdata=None, obj=reader()))


@bp.put("")
def update() -> ResponseReturnValue:
    form = PreferencesForm()
    if not form.validate():
        return _page(form, 422)

    with writing():
        me().prefer(
            language=form.language.data,
            theme=Theme(form.theme.data),
            time_zone=form.time_zone.data,
        )
    with force_locale(LANGUAGES[form.language.data][1]):
        say(gettext("Saved."))
    return redirect(url_for("people.preferences.edit"), code=303)


def _page(form: PreferencesForm, status: int = 200) -> ResponseReturnValue:
    return render_template("people/preferences/edit.html", form=form), status
