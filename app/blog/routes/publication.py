"""/blog/<number>/publication: whether a post is there for everybody."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from app.blog import policy, queries
from app.blog.routes.article import answered
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext

bp = Blueprint("publication", __name__, url_prefix="/<int:number>/publication")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    authorize(policy.restore, load(queries.visible_to(reader()), number))
    with writing():
        post = load(queries.visible_to(me()), number)
        authorize(policy.restore, post)
        post.restore(by=me())
    say(gettext("Everybody can read it again."))
    return answered(number)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    authorize(policy.withdraw, load(queries.visible_to(reader()), number))
    with writing():
        post = load(queries.visible_to(me()), number)
        authorize(policy.withdraw, post)
        post.withdraw(by=me())
    undo = url_for("blog.publication.create", number=number)
    say(gettext("Withdrawn: nobody else reads it now."), undo=undo)
    return answered(number)
