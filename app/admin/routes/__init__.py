"""The routes of the administration, one file per noun."""

from flask import Blueprint

from app.admin.routes import (
    address,
    closure,
    invitation,
    overview,
    people,
    proposals,
    reset,
    roles,
    sessions,
)

bp = Blueprint("admin", __name__, url_prefix="/admin")
for noun in (overview, people, roles, closure, sessions, proposals, invitation, reset, address):
    bp.register_blueprint(noun.bp)
