"""/blog/<number>/feature: let a post stand first for a while."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.blog import policy, queries
from app.blog.forms import FeatureForm
from app.blog.routes import plan
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext, moment

bp = Blueprint("feature", __name__, url_prefix="/<int:number>/feature")


@bp.put("")
def update(number: int) -> ResponseReturnValue:
    post = load(queries.visible_to(reader()), number)
    authorize(policy.feature, post, policy.review(reader(), post))
    form = FeatureForm()
    if not form.validate() or form.until.data is None:
        return plan.page(post, 422, feature=form)
    with writing():
        post = load(queries.visible_to(me()), number)
        authorize(policy.feature, post, policy.review(me(), post))
        post.feature(form.until.data, by=me(), within=not me().is_governance)
    undo = f"{url_for('blog.feature.destroy', number=number)}?_method=DELETE"
    say(gettext("It stands first until %(moment)s.", moment=moment(form.until.data)), undo=undo)
    return redirect(url_for("blog.posts.show", number=number), code=303)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    post = load(queries.visible_to(reader()), number)
    authorize(policy.feature, post, policy.review(reader(), post))
    with writing():
        post = load(queries.visible_to(me()), number)
        authorize(policy.feature, post, policy.review(me(), post))
        post.unfeature(by=me())
    say(gettext("It stands where it would stand by itself."))
    return redirect(url_for("blog.posts.show", number=number), code=303)
