"""/blog/<number>/expiry: the moment from which no list shows a post any more."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.blog import policy, queries
from app.blog.forms import ExpiryForm
from app.blog.routes import plan
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext, moment

bp = Blueprint("expiry", __name__, url_prefix="/<int:number>/expiry")


@bp.put("")
def update(number: int) -> ResponseReturnValue:
    post = load(queries.visible_to(reader()), number)
    authorize(policy.end, post)
    form = ExpiryForm()
    if not form.validate() or form.expires.data is None:
        return plan.page(post, 422, expiry=form)
    with writing():
        post = load(queries.visible_to(me()), number)
        authorize(policy.end, post)
        post.last_until(form.expires.data, by=me())
    say(gettext("Valid until %(moment)s.", moment=moment(form.expires.data)))
    return redirect(url_for("blog.posts.show", number=number), code=303)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    """It holds for as long as it is there."""
    authorize(policy.end, load(queries.visible_to(reader()), number))
    with writing():
        post = load(queries.visible_to(me()), number)
        authorize(policy.end, post)
        post.last_until(None, by=me())
    say(gettext("It holds, without an end."))
    return redirect(url_for("blog.posts.show", number=number), code=303)
