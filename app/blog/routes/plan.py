"""/blog/<number>/plan: when a post is there, until when, and who is to have read it."""

from typing import Any

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.blog import policy, queries
from app.blog.forms import AskingForm, DueForm, ExpiryForm, FeatureForm
from app.blog.models import Post
from app.core.access import authorize, reader
from app.core.db import load

bp = Blueprint("plan", __name__, url_prefix="/<int:number>/plan")


@bp.get("")
def show(number: int) -> ResponseReturnValue:
    post = load(queries.visible_to(reader()), number)
    authorize(policy.plan, post, policy.review(reader(), post))
    return page(post)


def page(post: Post, status: int = 200, **refused: Any) -> ResponseReturnValue:
    """One form for each decision; of a refused one what was typed is still in it."""
    forms = {
        "due": DueForm(formdata=None, due=post.published_at if post.is_waiting else None),
        "expiry": ExpiryForm(formdata=None, expires=post.expires_at),
        "feature": FeatureForm(formdata=None, until=post.featured_until),
        "asking": AskingForm(formdata=None, by=post.asks_until),
    } | refused
    may = {
        "may_schedule": policy.schedule(reader(), post),
        "may_end": policy.end(reader(), post),
        "may_feature": policy.feature(reader(), post, policy.review(reader(), post)),
        "may_ask": policy.ask(reader(), post),
    }
    return render_template("blog/plan/show.html", post=post, forms=forms, **may), status
