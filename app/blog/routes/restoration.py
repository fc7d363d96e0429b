"""/blog/<number>/revisions/<revision>/restoration: let a post say what it said before."""

from flask import Blueprint, abort, redirect, url_for
from flask.typing import ResponseReturnValue

from app.blog import policy, publishing, queries
from app.core.access import authorize, me, reader
from app.core.db import HIGHEST, load, writing
from app.core.forms import REASONS
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.core.markdown import Refused, render

bp = Blueprint(
    "restoration", __name__, url_prefix="/<int:number>/revisions/<int:revision>/restoration"
)


@bp.post("")
def create(number: int, revision: int) -> ResponseReturnValue:
    """A new revision, and what was said until now is kept as well: it undoes itself."""
    post = load(queries.visible_to(reader()), number)
    authorize(policy.bring_back, post)
    old = queries.revision(post, min(revision, HIGHEST)) or abort(404)
    try:
        rendered = render(old.text)
    except Refused as refused:
        say(gettext(REASONS[refused.reason]))
        return redirect(url_for("blog.revisions.show", number=number, revision=revision), code=303)

    with writing():
        post = load(queries.visible_to(me()), number)
        authorize(policy.bring_back, post)
        said, last = queries.revision(post, revision) or abort(404), post.last_revision
        if last != revision:
            publishing.bring_back(post, said, rendered, by=me())
    undo = url_for("blog.restoration.create", number=number, revision=last)
    say(gettext("It says again what it said then."), undo=undo if last != revision else "")
    return redirect(url_for("blog.posts.show", number=number), code=303)
