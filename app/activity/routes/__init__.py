"""The routes of activity, one file per noun."""

from flask import Blueprint

from app.activity.routes import followed, stream

bp = Blueprint("activity", __name__, url_prefix="/activity")
bp.register_blueprint(followed.bp)
bp.register_blueprint(stream.bp)
