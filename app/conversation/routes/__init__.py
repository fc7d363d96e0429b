"""The routes of conversation, one file per noun."""

from flask import Blueprint

from app.conversation.routes import comments, reactions, removal, replies

bp = Blueprint("conversation", __name__, url_prefix="/conversation")
for noun in (comments, replies, removal, reactions):
    bp.register_blueprint(noun.bp)
