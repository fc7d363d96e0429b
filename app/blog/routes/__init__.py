"""The routes of the blog, one file per noun."""

from flask import Blueprint

from app.blog.routes import (
    appearance,
    authors,
    drafts,
    expiry,
    export,
    feature,
    place,
    plan,
    posts,
    preview,
    publication,
    readers,
    reading,
    restoration,
    reviews,
    revisions,
    schedule,
)

bp = Blueprint("blog", __name__, url_prefix="/blog")
for noun in (
    drafts,
    preview,
    export,
    posts,
    publication,
    revisions,
    restoration,
    authors,
    place,
    plan,
    schedule,
    appearance,
    expiry,
    feature,
    reading,
    readers,
    reviews,
):
    bp.register_blueprint(noun.bp)
