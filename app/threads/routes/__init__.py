"""The routes of the threads."""

from flask import Blueprint

from app.threads.routes import ties

bp = Blueprint("threads", __name__, url_prefix="/threads")
bp.register_blueprint(ties.bp)
