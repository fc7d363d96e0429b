"""The routes of searching, one file per noun."""

from flask import Blueprint

from app.search.routes import results

bp = Blueprint("search", __name__, url_prefix="/search")
bp.register_blueprint(results.bp)
