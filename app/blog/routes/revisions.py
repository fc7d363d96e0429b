"""/blog/<number>/revisions: what a post said before, and what changed since."""

from typing import Any

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.blog import policy, queries
from app.blog.models import Post, Revision
from app.core import differences
from app.core.access import authorize, reader
from app.core.db import HIGHEST, load
from app.core.paging import begun

bp = Blueprint("revisions", __name__, url_prefix="/<int:number>/revisions")


@bp.get("")
def index(number: int) -> ResponseReturnValue:
    post = load(queries.visible_to(reader()), number)
    authorize(policy.look_back, post)
    page = queries.revisions(post, before=begun(request.args, "before", HIGHEST))
    return render_template("blog/revisions/index.html", post=post, page=page)


@bp.get("/<int:revision>")
def show(number: int, revision: int) -> ResponseReturnValue:
    """What it changed; with `?since=`, all that happened since another one."""
    post = load(queries.visible_to(reader()), number)
    authorize(policy.look_back, post)
    shown = queries.revision(post, min(revision, HIGHEST)) or abort(404)
    since = begun(request.args, "since", 0)
    before = queries.revision(post, since) if since else queries.revision_before(post, revision)
    return render_template(
        "blog/revisions/show.html",
        post=post,
        revision=shown,
        before=before,
        may_restore=policy.bring_back(reader(), post) and revision != post.last_revision,
        url=url_for("blog.restoration.create", number=number, revision=revision),
        **compared(before, shown),
    )


def compared(before: Revision | Post | None, after: Revision) -> dict[str, Any]:
    """The difference, as a page shows it; a first revision is new in every word."""
    paragraphs = differences.between(before.text if before else "", after.text)
    return {
        "title": differences.between_lines(before.title if before else "", after.title),
        "paragraphs": differences.shortened(paragraphs),
    }
