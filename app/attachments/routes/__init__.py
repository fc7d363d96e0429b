"""The routes of attachments."""

from flask import Blueprint

from app.attachments.routes import pictures

bp = Blueprint("attachments", __name__)
bp.register_blueprint(pictures.bp)
