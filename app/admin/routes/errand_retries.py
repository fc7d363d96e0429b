"""/admin/outbox/…/retries: what was parked is tried again."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.admin import policy
from app.admin.house import queries
from app.core import outbox
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.fields import words
from app.core.hypermedia import say
from app.core.i18n import gettext, ngettext

bp = Blueprint("errand_retries", __name__, url_prefix="/outbox")


@bp.post("/<int:number>/retries")
def create(number: int) -> ResponseReturnValue:
    load(queries.errands_seen_by(reader()), number)
    authorize(policy.arrange)
    with writing(shown=False):
        errand = load(queries.errands_seen_by(me()), number)
        is_parked = policy.look_after(me(), errand)
        if is_parked:
            outbox.retry(errand)
    say(gettext("It is tried again.") if is_parked else gettext("It was no longer parked."))
    return redirect(url_for("admin.outbox.index"), code=303)


@bp.post("/retries")
def create_all() -> ResponseReturnValue:
    """Everything of one kind that is parked."""
    authorize(policy.arrange)
    with writing(shown=False):
        authorize(policy.arrange)
        count = outbox.retry_all(words(request.form.get("kind")))
    say(ngettext("%(num)s is tried again.", "%(num)s are tried again.", count))
    return redirect(url_for("admin.outbox.index"), code=303)
