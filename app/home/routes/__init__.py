"""The routes of home, one file per noun."""

from flask import Blueprint

from app.home.routes import accessibility, home, patterns

bp = Blueprint("home", __name__)
for noun in (home, accessibility, patterns):
    bp.register_blueprint(noun.bp)
