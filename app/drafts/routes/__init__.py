"""The routes of drafts."""

from flask import Blueprint

from app.drafts.routes import discarding, drafts

bp = Blueprint("drafts", __name__)
for noun in (drafts, discarding):
    bp.register_blueprint(noun.bp)
