"""/theme: light, dark, or as the device is."""

from flask import Blueprint, abort, redirect
from flask.typing import ResponseReturnValue

from app.core.access import me
from app.core.db import writing
from app.core.redirects import ours
from app.people.forms import ThemeForm
from app.people.models import Theme

bp = Blueprint("theme", __name__, url_prefix="/theme")


@bp.put("")
def update() -> ResponseReturnValue:
    form = ThemeForm()
    if not form.validate():
        abort(400)

    with writing():
        me().prefer(theme=Theme(form.theme.data))
    return redirect(ours(form.next.data, otherwise="/"), code=303)
