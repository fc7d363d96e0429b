"""The routes of the administration, one file per noun."""

from flask import Blueprint

from app.admin.routes import overview

bp = Blueprint("admin", __name__, url_prefix="/admin")
for noun in (overview,):
    bp.register_blueprint(noun.bp)
