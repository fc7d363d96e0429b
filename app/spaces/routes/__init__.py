"""The routes of spaces, one file per noun."""

from flask import Blueprint

from app.spaces.routes import (
    about,
    activity,
    archive,
    invitations,
    management,
    members,
    membership,
    posts,
    requests,
    spaces,
)

bp = Blueprint("spaces", __name__, url_prefix="/spaces")
for noun in (
    about,
    activity,
    archive,
    invitations,
    management,
    members,
    membership,
    posts,
    requests,
    spaces,
):
    bp.register_blueprint(noun.bp)
