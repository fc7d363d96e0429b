"""/initiatives/<number>/review: what governance says of it."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext
from app.initiatives import policy, queries
from app.initiatives.forms import ReviewForm
from app.initiatives.models import Review
from app.initiatives.routes import page

bp = Blueprint("review", __name__, url_prefix="/<int:number>/review")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    """Confirmed; or, by the button `back`, sent back with what is missing."""
    authorize(policy.review, load(queries.visible_to(reader()), number))
    form = ReviewForm()
    form.sends_back = "back" in request.form
    if not form.validate():
        return page.shown(number, 422, review_form=form)
    with writing():
        initiative = load(queries.visible_to(me()), number)
        authorize(policy.review, initiative)
        is_first = initiative.review is Review.OPEN
        if form.sends_back:
            initiative.send_back(form.reason.data or "", by=me())
        else:
            initiative.confirm(by=me())
    said = gettext("Sent back: its owner is told.") if form.sends_back else gettext("Confirmed.")
    # What was said before is not kept: there is nothing to go back to.
    say(said, undo=undoing("initiatives.review.destroy", number=number) if is_first else "")
    return page.answered(number)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    authorize(policy.review, load(queries.visible_to(reader()), number))
    with writing():
        initiative = load(queries.visible_to(me()), number)
        authorize(policy.review, initiative)
        initiative.take_review_back(by=me())
    say(gettext("Taken back: nobody has looked at it yet."))
    return page.answered(number)
