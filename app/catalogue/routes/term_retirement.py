"""/catalogue/terms/<number>/retirement: what nobody chooses any more, and its way back."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.catalogue import policy, queries
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext

bp = Blueprint("term_retirement", __name__, url_prefix="/catalogue/terms/<int:number>/retirement")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    return _decided(number, is_retired=True)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    return _decided(number, is_retired=False)


def _decided(number: int, *, is_retired: bool) -> ResponseReturnValue:
    authorize(policy.choose, load(queries.visible_terms(reader()), number))
    with writing():
        term = load(queries.visible_terms(me()), number)
        authorize(policy.choose, term)
        if is_retired:
            term.retire(by=me())
        else:
            term.take_up(by=me())
        where = url_for("catalogue.terms.show", kind=term.kind.value, word=term.slug)
    undo = undoing("catalogue.term_retirement.destroy", number=number)
    if is_retired:
        say(gettext("Nobody can choose it any more. What carries it keeps it."), undo=undo)
    else:
        say(gettext("It can be chosen again."))
    return redirect(where, code=303)
