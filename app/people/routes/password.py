"""/account/password: the old one, and the one from now on."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.access import me, reader
from app.core.db import writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.people import passwords, queries, sessions
from app.people.challenge import TOO_MANY, Answer, answer
from app.people.forms import PasswordForm
from app.people.letters import queries as letters

bp = Blueprint("password", __name__, url_prefix="/account/password")


@bp.get("")
def edit() -> ResponseReturnValue:
    return _page(PasswordForm(queries.person(reader().id), formdata=None))


@bp.put("")
def update() -> ResponseReturnValue:
    person = queries.person(reader().id)
    form = PasswordForm(person)
    if not form.validate():
        return _page(form, 422)

    known = person.password_hash
    match answer(
        form.old.data,
        email=person.email,
        password_hash=known,
        address=request.remote_addr or "",
    ):
        case Answer.SHUT:
            form.old.errors = [gettext(TOO_MANY)]
            return _page(form, 429)
        case Answer.WRONG:
            form.old.errors = [gettext("That is not your password.")]
            return _page(form, 422)

    password_hash = passwords.hashed(form.new.data)
    with writing():
        letters.held(reader().id)
        myself = me()
        is_still_known = myself.password_hash == known
        if is_still_known:
            myself.change_password(password_hash, keeping=reader().sign_in, by=myself)
    if not is_still_known:  # a link of a letter set another one meanwhile
        return redirect(url_for("people.password.edit"), code=303)
    sessions.verify(reader().sign_in)
    say(gettext("Your password is changed. You are signed out everywhere else."))
    return redirect(url_for("people.password.edit"), code=303)


def _page(form: PasswordForm, status: int = 200) -> ResponseReturnValue:
    return render_template("people/password/edit.html", form=form), status
