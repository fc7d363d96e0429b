"""/committee/<number>/article: a post begun with the minutes."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.committee import markdown, minutes, policy, queries
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import date, gettext, language
from app.drafts.continuing import address
from app.drafts.keeping import TooMuch, make_room
from app.drafts.models import Draft

bp = Blueprint("article", __name__, url_prefix="/<int:number>/article")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    """A draft of theirs, with what was decided and why: they say the rest, and publish it."""
    sitting = load(queries.visible_to(reader()), number)
    authorize(policy.tell_the_house, sitting)
    title = gettext("What became of your ideas: %(day)s", day=date(sitting.held_on))
    fields = {
        "title": [title],
        "text": [markdown.article(minutes.read(sitting, reader()))],
        "language": [language()],
    }
    try:
        with writing(shown=False):
            make_room(me())
            draft = Draft.begin("post", fields, by=me())
    except TooMuch:
        say(gettext("You have as many drafts as there is room for. Publish or discard some first."))
        return redirect(url_for("committee.minutes.show", number=number), code=303)
    say(gettext("A draft of yours: nobody else sees it until you publish it."))
    return redirect(address(draft), code=303)
