"""/ambassadors/help/<number>/passing: to the next nearest, or to governance."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.ambassadors import helping, policy, queries
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext

bp = Blueprint("passing", __name__, url_prefix="/help/<int:number>/passing")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    """Whoever passes it on sees it no longer; so nobody takes that back."""
    if queries.has_passed_on(number, reader().id):
        return _on()  # they pressed twice
    authorize(policy.pass_on, load(queries.help_visible_to(reader()), number))
    with writing():
        wanted = queries.held_help(number)
        if not queries.has_passed_on(number, me().id):
            authorize(policy.pass_on, wanted)
            helping.pass_on(wanted, by=me())
        goes_to_governance = wanted.is_for_governance
    if goes_to_governance:
        say(gettext("Passed on to governance: no ambassador is left who was not asked."))
    else:
        say(gettext("Passed on to the next nearest ambassador."))
    return _on()


def _on() -> ResponseReturnValue:
    return redirect(url_for("ambassadors.help.index", tab="asked"), code=303)
