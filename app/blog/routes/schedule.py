"""/blog/<number>/schedule: the moment from which a post is there for everybody."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.blog import policy, publishing, queries
from app.blog.forms import DueForm
from app.blog.routes import plan
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext, moment

bp = Blueprint("schedule", __name__, url_prefix="/<int:number>/schedule")


@bp.put("")
def update(number: int) -> ResponseReturnValue:
    post = load(queries.visible_to(reader()), number)
    authorize(policy.schedule, post)
    form = DueForm()
    if not form.validate() or form.due.data is None:
        return plan.page(post, 422, due=form)
    with writing():
        post = load(queries.visible_to(me()), number)
        authorize(policy.schedule, post)
        publishing.schedule(post, form.due.data, by=me())
    say(gettext("It will be published on %(moment)s.", moment=moment(form.due.data)))
    return redirect(url_for("blog.posts.show", number=number), code=303)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    """It stays with its authors, until they publish it."""
    authorize(policy.schedule, load(queries.visible_to(reader()), number))
    with writing():
        post = load(queries.visible_to(me()), number)
        authorize(policy.schedule, post)
        post.hold_back()
    say(gettext("It is not published: it waits for you here."))
    return redirect(url_for("blog.posts.show", number=number), code=303)
