"""/blog/<number>/appearance: let what waits be there for everybody, now."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.blog import policy, publishing, queries
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext

bp = Blueprint("appearance", __name__, url_prefix="/<int:number>/appearance")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    authorize(policy.publish, load(queries.visible_to(reader()), number))
    with writing():
        post = load(queries.visible_to(me()), number)
        authorize(policy.publish, post)
        is_there = publishing.appear(post, by=me())
    if is_there:
        say(gettext("Published: everybody can read it."))
    else:
        say(gettext("Whoever runs the space looks at it first."))
    return redirect(url_for("blog.posts.show", number=number), code=303)
