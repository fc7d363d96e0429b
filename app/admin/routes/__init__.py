"""The routes of the administration, one file per noun."""

from flask import Blueprint

from app.admin.routes import (
    closure,
    overview,
    people,
    people_export,
    proposals,
    roles,
    sessions,
)

bp = Blueprint("admin", __name__, url_prefix="/admin")
for noun in (overview, people_export, people, roles, closure, sessions, proposals):
    bp.register_blueprint(noun.bp)
