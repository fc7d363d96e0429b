"""/ideas/<number>/support: standing behind an idea, and no longer."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.ideas import merging, policy, queries, supporting
from app.ideas.routes import page

bp = Blueprint("support", __name__, url_prefix="/<int:number>/support")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    authorize(policy.support, load(queries.visible_to(reader()), number))
    with writing():
        idea = merging.held(number)[number]
        authorize(policy.support, idea)
        supporting.support(idea, by=me())
    return page.supported(number)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    authorize(policy.support, load(queries.visible_to(reader()), number))
    with writing():
        idea = merging.held(number)[number]
        authorize(policy.support, idea)
        supporting.withdraw_support(idea, by=me())
    return page.supported(number)
