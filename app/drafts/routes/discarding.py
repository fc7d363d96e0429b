"""/drafts/<number>/discarding: undone, the draft is back."""

from flask import Blueprint, redirect
from flask.typing import ResponseReturnValue

from app.core.access import reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.drafts import continuing, queries

bp = Blueprint("discarding", __name__, url_prefix="/drafts/<int:number>/discarding")


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    with writing():
        draft = load(queries.visible_to(reader()), number)
        draft.take_back()
    say(gettext("Your draft is back."))
    return redirect(continuing.address(draft), code=303)
