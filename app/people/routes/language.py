"""/language: which language this browser, or this person, reads in."""

from flask import Blueprint, abort, redirect, session
from flask.typing import ResponseReturnValue

from app.core.access import me, public, reader
from app.core.db import writing
from app.core.redirects import ours
from app.people.forms import LanguageForm

bp = Blueprint("language", __name__, url_prefix="/language")


@bp.put("")
@public
def update() -> ResponseReturnValue:
    form = LanguageForm()
    if not form.validate():
        abort(400)

    session["language"] = form.language.data
    if reader().is_authenticated:
        with writing():
            me().prefer(language=form.language.data)
    return redirect(ours(form.next.data, otherwise="/"), code=303)
