"""The routes of thanks, one file per noun."""

from flask import Blueprint

from app.thanks.routes import hiding, people, thanks

bp = Blueprint("thanks", __name__, url_prefix="/thanks")
for noun in (thanks, people, hiding):
    bp.register_blueprint(noun.bp)
