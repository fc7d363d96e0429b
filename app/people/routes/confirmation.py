"""/sign-in/again: the password once more, before something delicate."""

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue

from app.core.access import reader
from app.core.i18n import gettext
from app.core.redirects import ours
from app.people import queries, sessions
from app.people.challenge import TOO_MANY, Answer, answer
from app.people.forms import ConfirmationForm

bp = Blueprint("confirmation", __name__, url_prefix="/sign-in/again")


@bp.get("")
def new() -> ResponseReturnValue:
    form = ConfirmationForm(formdata=None)
    form.next.data = ours(request.args.get("next"), otherwise="/")
    return _page(form)


@bp.post("")
def create() -> ResponseReturnValue:
    form = ConfirmationForm()
    if not form.validate():
        return _page(form, 422)

    person = queries.person(reader().id)
    match answer(
        form.password.data,
        email=person.email,
        password_hash=person.password_hash,
        address=request.remote_addr or "",
    ):
        case Answer.SHUT:
            form.password.errors = [gettext(TOO_MANY)]
            return _page(form, 429)
        case Answer.WRONG:
            form.password.errors = [gettext("That is not your password.")]
            return _page(form, 422)

    sessions.verify(reader().sign_in)
    return redirect(ours(form.next.data, otherwise="/"), code=303)


def _page(form: ConfirmationForm, status: int = 200) -> ResponseReturnValue:
    return render_template("people/confirmation/new.html", form=form), status
