"""/account/address: where my letters go, and asking for another address."""

from datetime import timedelta

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.access import me, reader
from app.core.db import writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.people import queries
from app.people.forms import AddressForm
from app.people.freshly import fresh
from app.people.letters import queries as letters
from app.people.models import AddressChange

bp = Blueprint("address", __name__, url_prefix="/account/address")

A_DAY, MOST = timedelta(days=1), 5  # times that letters go out to addresses somebody typed


@bp.get("")
@fresh
def edit() -> ResponseReturnValue:
    return _page(AddressForm(queries.person(reader().id), formdata=None))


@bp.put("")
@fresh
def update() -> ResponseReturnValue:
    form = AddressForm(queries.person(reader().id))
    if not form.validate():
        return _page(form, 422)
    if letters.changes_since(reader().id, A_DAY) >= MOST:
        form.email.errors = [gettext("That is enough for today. Try again tomorrow.")]
        return _page(form, 429)

    with writing(shown=False):
        letters.held(reader().id)
        myself = me()
        AddressChange.ask(myself, form.email.data, by=myself, asks_old=True)
    say(gettext("Two letters are on their way: say yes in both."))
    return redirect(url_for("people.address.edit"), code=303)


@bp.delete("")
@fresh
def destroy() -> ResponseReturnValue:
    with writing(shown=False):
        letters.held(reader().id)
        if change := letters.pending_change(reader().id):
            change.take_back(by=me())
    say(gettext("Your address stays as it is."))
    return redirect(url_for("people.address.edit"), code=303)


def _page(form: AddressForm, status: int = 200) -> ResponseReturnValue:
    return (
        render_template(
            "people/address/edit.html",
            form=form,
            address=form.owner.email,
            change=letters.pending_change(reader().id),
        ),
        status,
    )
