"""The routes of what became of the ideas, one file per noun."""

from flask import Blueprint

from app.outcomes.routes import done, done_table, ideas, overview, tables

bp = Blueprint("outcomes", __name__, url_prefix="/outcomes")
for noun in (overview, tables, ideas, done, done_table):
    bp.register_blueprint(noun.bp)
