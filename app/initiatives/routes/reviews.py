"""/initiatives/reviews: several of the list at once."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me
from app.core.db import writing
from app.core.hypermedia import say
from app.core.i18n import ngettext
from app.core.i18n import number as told
from app.initiatives import policy, queries
from app.initiatives.forms import BulkReviewForm
from app.initiatives.routes import listing

bp = Blueprint("reviews", __name__, url_prefix="/reviews")


@bp.post("")
def create() -> ResponseReturnValue:
    """Confirmed; or, by the button `back`, sent back, each to its owner. One's own are left out."""
    authorize(policy.review_all)
    form = BulkReviewForm()
    form.sends_back = "back" in request.form
    if not form.validate():
        return listing.shown(422, form=form)
    with writing():
        authorize(policy.review_all)
        mine = me()
        looked_at = [one for one in queries.held_all(form.numbers.data) if policy.review(mine, one)]
        for initiative in looked_at:
            if form.sends_back:
                initiative.send_back(form.reason.data or "", by=mine)
            else:
                initiative.confirm(by=mine)
    count = len(looked_at)
    if form.sends_back:
        words = ngettext("%(n)s sent back.", "%(n)s sent back.", count, n=told(count))
    else:
        words = ngettext("%(n)s confirmed.", "%(n)s confirmed.", count, n=told(count))
    say(words)
    where = {**listing.asked().in_address, "after": request.args.get("after")}
    return redirect(url_for("initiatives.initiatives.index", **where), code=303)
