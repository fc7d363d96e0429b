"""The routes of moderation, one file per noun."""

from flask import Blueprint

from app.moderation.routes import answer, appeal, cases, decision, reports

bp = Blueprint("moderation", __name__, url_prefix="/moderation")
for noun in (cases, decision, appeal, answer, reports):
    bp.register_blueprint(noun.bp)
