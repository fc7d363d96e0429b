"""/password: another one instead of the forgotten one, by the link of a letter.

It signs nobody in: whoever sets a password types it once at the door, and a second factor, once
there is one, is asked for there.
"""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.access import public
from app.core.db import leave, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.people import passwords
from app.people.forms import NewPasswordForm
from app.people.letters import opening
from app.people.models import Purpose

bp = Blueprint("reset", __name__, url_prefix="/password")


@bp.get("/<token>")
@public
def show(token: str) -> ResponseReturnValue:
    return opening.take(token, "people.reset.edit")


@bp.get("")
@public
def edit() -> ResponseReturnValue:
    link = opening.link(Purpose.RESET)
    if link is None or not link.opens:
        return opening.gone(link)
    return _page(NewPasswordForm(link.person, formdata=None))


@bp.put("")
@public
def update() -> ResponseReturnValue:
    link = opening.link(Purpose.RESET)
    if link is None or not link.opens:
        return opening.gone(link)
    form = NewPasswordForm(link.person)
    if not form.validate():
        return _page(form, 422)

    leave()  # hashing is slow, and nothing may wait for it
    password_hash = passwords.hashed(form.new.data)
    with writing():
        link = opening.link(Purpose.RESET)
        is_in_time = link is not None and link.opens
        if link and is_in_time:
            link.use()
            link.person.choose_password(password_hash)
    if not is_in_time:
        return opening.gone(opening.link(Purpose.RESET))
    opening.forget()
    say(gettext("Your password is changed. Sign in with the new one."))
    return redirect(url_for("people.sign_in.new"), code=303)


def _page(form: NewPasswordForm, status: int = 200) -> ResponseReturnValue:
    return render_template("people/reset/edit.html", form=form), status
