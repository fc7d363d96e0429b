"""/ideas/<number>/sponsorship: an ambassador puts their name on an idea, and takes it off."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.ideas import merging, policy, queries, supporting
from app.ideas.routes import page

bp = Blueprint("sponsorship", __name__, url_prefix="/<int:number>/sponsorship")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    authorize(policy.sponsor, load(queries.visible_to(reader()), number))
    with writing():
        idea = merging.held(number)[number]
        authorize(policy.sponsor, idea)
        supporting.sponsor(idea, by=me())
    say(gettext("Your name stands on it, and you will hear of every step."))
    return page.supported(number)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    """Whoever is no ambassador any more may still take their name off."""
    authorize(policy.support, load(queries.visible_to(reader()), number))
    with writing():
        idea = merging.held(number)[number]
        authorize(policy.support, idea)
        supporting.stop_sponsoring(idea, by=me())
    return page.supported(number)
