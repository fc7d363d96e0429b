"""/ideas/letter: the weekly letter about what waits, for whoever decides."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.ideas import policy
from app.ideas.models import Refusal
from app.ideas.queries import weekly

bp = Blueprint("letter", __name__, url_prefix="/letter")


@bp.get("")
def show() -> ResponseReturnValue:
    authorize(policy.triage)
    return render_template("ideas/letter/show.html", refused=weekly.has_refused(reader().id))


@bp.post("")
def create() -> ResponseReturnValue:
    """It comes, from the next week on."""
    authorize(policy.triage)
    with writing(shown=False):
        authorize(policy.triage)
        Refusal.take_back(by=me())
    say(gettext("The letter will come, every week."))
    return redirect(url_for(".show"), code=303)


@bp.delete("")
def destroy() -> ResponseReturnValue:
    authorize(policy.triage)
    with writing(shown=False):
        authorize(policy.triage)
        Refusal.make(by=me())
    say(gettext("The letter will come no more."))
    return redirect(url_for(".show"), code=303)
