"""/blog/<number>/review: whoever runs a space looks at what is to be published in it."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.blog import policy, publishing, queries
from app.blog.forms import ReturnForm
from app.blog.models import Post
from app.blog.routes.revisions import compared
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.forms import REASONS
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.core.markdown import Refused, render

bp = Blueprint("reviews", __name__)


@bp.get("/reviews")
def index() -> ResponseReturnValue:
    """What waits for whoever asks, and what of theirs waits for others."""
    rows = queries.waiting_for(reader())
    return render_template(
        "blog/reviews/index.html",
        mine=[row for row in rows if row.runs],
        theirs=[row for row in rows if not row.runs],
    )


@bp.get("/<int:number>/review")
def show(number: int) -> ResponseReturnValue:
    post = load(queries.visible_to(reader()), number)
    authorize(policy.see_review, post)
    return _page(post, ReturnForm(formdata=None))


@bp.post("/<int:number>/review/approval")
def create(number: int) -> ResponseReturnValue:
    post = load(queries.visible_to(reader()), number)
    authorize(policy.review, post)
    edit = queries.proposed(post) if post.is_out else None
    try:
        rendered = render(edit.text if edit else post.text)
    except Refused as refused:
        say(gettext(REASONS[refused.reason]))
        return redirect(url_for("blog.reviews.show", number=number), code=303)

    looked_at = edit.text if edit else ""
    with writing():
        post = load(queries.visible_to(me()), number)
        authorize(policy.review, post)
        now = queries.proposed(post) if post.is_out else None
        overtaken = (now.text if now else "") != looked_at
        if not overtaken:
            publishing.approve(post, rendered, by=me())
    if overtaken:
        say(gettext("It was changed while you looked: look again."))
        return redirect(url_for("blog.reviews.show", number=number), code=303)
    say(gettext("Approved."))
    return redirect(url_for("blog.posts.show", number=number), code=303)


@bp.delete("/<int:number>/review/approval")
def destroy(number: int) -> ResponseReturnValue:
    """Give it back to its authors, with words that say what is missing."""
    post = load(queries.visible_to(reader()), number)
    authorize(policy.review, post)
    form = ReturnForm()
    if not form.validate():
        return _page(post, form, 422)
    with writing():
        post = load(queries.visible_to(me()), number)
        authorize(policy.review, post)
        if post.is_out:
            revision = queries.proposed(post)
        else:
            revision = queries.revision(post, post.last_revision)
        if revision and (post.is_out or post.is_under_review):
            post.give_back(revision, form.words.data, by=me())
    say(gettext("Its authors read your words, and it is their turn."))
    return redirect(url_for("blog.reviews.index"), code=303)


def _page(post: Post, form: ReturnForm, status: int = 200) -> ResponseReturnValue:
    edit = queries.proposed(post) if post.is_out else None
    last = queries.revision(post, post.last_revision)
    before = last if edit else queries.looked_at(post)
    after = edit or (last if post.is_under_review else None)
    may_review = policy.review(reader(), post) and after is not None
    return render_template(
        "blog/reviews/show.html",
        post=post,
        revision=after,
        before=before if before is not after else None,
        words=after.words if after else "",
        form=form,
        may_review=may_review,
        **(compared(before if before is not after else None, after) if after else {}),
    ), status
