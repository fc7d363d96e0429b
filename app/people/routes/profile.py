"""/account/profile: what I tell the others about myself."""

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Row

from app.core.access import me, reader
from app.core.db import Overtaken, load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.people import queries, spoken
from app.people.forms import ProfileForm

bp = Blueprint("profile", __name__, url_prefix="/account/profile")


@bp.get("")
def show() -> ResponseReturnValue:
    return redirect(url_for("people.profiles.show", number=reader().id), code=303)


@bp.get("/edit")
def edit() -> ResponseReturnValue:
    person = _mine()
    known = dict(person._mapping) | {"speaks": person.speaks.split()}
    return _page(ProfileForm(formdata=None, data=known))


@bp.put("")
def update() -> ResponseReturnValue:
    form = ProfileForm()
    if not form.validate():
        return _page(form, 422)

    try:
        with writing():
            person = load(queries.visible_to(me()), reader().id, version=form.version.data)
            person.introduce(**form.said)
    except Overtaken:
        return _overtaken(form)
    say(gettext("Saved. This is how the others see you."))
    return redirect(url_for("people.profiles.show", number=reader().id), code=303)


def _overtaken(form: ProfileForm) -> ResponseReturnValue:
    """Both on one screen: what was saved meanwhile stands, mine is still in the form."""
    theirs = _mine()
    form.face(theirs)
    return _page(form, 409, theirs=theirs, speaks=spoken.in_words(theirs.speaks))


def _mine() -> Row:
    return queries.card(reader().id) or abort(404)


def _page(form: ProfileForm, status: int = 200, **rival: object) -> ResponseReturnValue:
    context = {"theirs": None, "speaks": []} | rival
    return render_template("people/profile/edit.html", form=form, **context), status
