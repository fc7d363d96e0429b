"""/password/forgotten: a link by mail, if there is anybody to send it to.

Nothing here says whether there is. The request asks for a number and writes one errand, for
nobody (0) as for somebody; the worker knows more, and tells the mailbox.
"""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core import clock, outbox
from app.core.access import public
from app.core.db import writing
from app.core.i18n import gettext
from app.people import throttle
from app.people.challenge import TOO_MANY
from app.people.forms import ForgottenForm
from app.people.letters import queries

bp = Blueprint("forgotten", __name__, url_prefix="/password/forgotten")

APART = 5 * 60  # seconds: asked again sooner, one letter is on its way


@bp.get("")
@public
def new() -> ResponseReturnValue:
    return _page(ForgottenForm(formdata=None))


@bp.post("")
@public
def create() -> ResponseReturnValue:
    form = ForgottenForm()
    if not form.validate():
        return _page(form, 422)

    address, asked = request.remote_addr or "", f"reset:{form.email.data}"
    throttle.slow_down(address)
    if throttle.is_shut(asked):
        form.email.errors = [gettext(TOO_MANY)]
        return _page(form, 429)

    throttle.count(asked, address)
    number = queries.number_of(form.email.data)
    key = f"people.reset:{throttle.fingerprint(asked)}:{int(clock.now().timestamp()) // APART}"
    with writing(shown=False):
        outbox.put("people.reset", {"person": number}, key=key)
    return redirect(url_for("people.forgotten.show"), code=303)


@bp.get("/sent")
@public
def show() -> ResponseReturnValue:
    return render_template("people/forgotten/show.html")


def _page(form: ForgottenForm, status: int = 200) -> ResponseReturnValue:
    return render_template("people/forgotten/new.html", form=form), status
