"""The routes of the blog, one file per noun."""

from flask import Blueprint

from app.blog.routes import covers, drafts, export, posts, preview, publication

bp = Blueprint("blog", __name__, url_prefix="/blog")
for noun in (drafts, preview, covers, export, posts, publication):
    bp.register_blueprint(noun.bp)
