"""The routes of the administration, one file per noun."""

from flask import Blueprint

from app.admin.routes import overview, people_export

bp = Blueprint("admin", __name__, url_prefix="/admin")
for noun in (overview, people_export):
    bp.register_blueprint(noun.bp)
