"""The routes of the audit, one file per noun. It is a room of the administration."""

from flask import Blueprint

from app.audit.routes import entries, export

bp = Blueprint("audit", __name__, url_prefix="/admin/audit")
for noun in (entries, export):
    bp.register_blueprint(noun.bp)
