"""/blog/<number>/reading: somebody says that they have read a post, and understood it."""

from typing import Any

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from app.blog import policy, queries, readership
from app.blog.models import Confirmation, Post
from app.core.access import authorize, me, reader
from app.core.db import db, load, writing
from app.core.hypermedia import done, say
from app.core.i18n import gettext

bp = Blueprint("reading", __name__, url_prefix="/<int:number>/reading")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    authorize(policy.confirm, load(queries.visible_to(reader()), number))
    with writing(shown=False):
        post = load(queries.visible_to(me()), number)
        authorize(policy.confirm, post)
        if queries.confirmation(number, me().id) is None:
            said = Confirmation(post_id=number, person_id=me().id, revision=post.last_revision)
            db.session.add(said)
    undo = f"{url_for('blog.reading.destroy', number=number)}?_method=DELETE"
    say(gettext("Thank you: that you have read it is written down."), undo=undo)
    return _answered(number)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    authorize(policy.confirm, load(queries.visible_to(reader()), number))
    with writing(shown=False):
        authorize(policy.confirm, load(queries.visible_to(me()), number))
        if said := queries.confirmation(number, me().id):
            db.session.delete(said)
    say(gettext("Nothing is written down about your reading it."))
    return _answered(number)


def about(post: Post, confirmed: Confirmation | None, times: int) -> dict[str, Any]:
    """What the foot of a post says of its readers, and what whoever reads said of having read
    it.
    """
    mine = post.is_by(reader().id)
    asks = policy.confirm(reader(), post) and not mine
    return {
        "is_mine": mine,
        "times": times if mine else 0,
        "asks": asks,
        "confirmed": confirmed if asks else None,
        "may_see_readers": policy.see_readers(reader(), post),
    }


def _answered(number: int) -> ResponseReturnValue:
    post = load(queries.visible_to(reader()), number)
    said = about(post, queries.confirmation(number, reader().id), readership.about(number))
    otherwise = url_for("blog.posts.show", number=number)
    return done("blog/reading/_reading.html", otherwise=otherwise, post=post, reading=said)
