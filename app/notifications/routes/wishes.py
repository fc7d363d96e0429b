"""/account/notifications: how one wishes to hear of things, and what one muted."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.access import me, reader
from app.core.db import writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.facts import subjects
from app.following import queries as following
from app.notifications import wishing
from app.notifications.forms import WishesForm
from app.people.sight import Whoever, sight

bp = Blueprint("wishes", __name__, url_prefix="/account/notifications")


@bp.get("")
def edit() -> ResponseReturnValue:
    return _page(WishesForm.of(wishing.wished(reader().id)))


@bp.put("")
def update() -> ResponseReturnValue:
    form = WishesForm()
    if not form.validate():
        return _page(form, 422)
    with writing(shown=False):
        wishing.wish(form.wanted, by=me())
    say(gettext("Saved."))
    return redirect(url_for("notifications.wishes.edit"), code=303)


def _page(form: WishesForm, status: int = 200) -> ResponseReturnValue:
    muted = [(row.kind, row.number) for row in following.muted(reader().id)]
    titles = subjects.titles(Whoever(reader().roles), muted, sight(reader()))
    shown = [(*one, titles[one], subjects.address(*one)) for one in muted if one in titles]
    return render_template("notifications/wishes/edit.html", form=form, muted=shown), status
