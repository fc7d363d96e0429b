"""The routes of people, one file per noun."""

from flask import Blueprint

from app.people.routes import (
    confirmation,
    first_run,
    language,
    other_sessions,
    password,
    picture,
    preferences,
    profile,
    profiles,
    sessions,
    sign_in,
    theme,
)

bp = Blueprint("people", __name__)
for noun in (
    sign_in,
    confirmation,
    first_run,
    language,
    theme,
    profiles,
    profile,
    picture,
    preferences,
    password,
    sessions,
    other_sessions,
):
    bp.register_blueprint(noun.bp)
