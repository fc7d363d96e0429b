"""The routes of attachments."""

from flask import Blueprint

from app.attachments.routes import covers, pictures

bp = Blueprint("attachments", __name__)
for noun in (pictures, covers):
    bp.register_blueprint(noun.bp)
