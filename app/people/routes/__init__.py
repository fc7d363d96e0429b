"""The routes of people, one file per noun."""

from flask import Blueprint

from app.people.routes import (
    address,
    address_link,
    confirmation,
    first_run,
    forgotten,
    invitation,
    language,
    other_sessions,
    password,
    picture,
    preferences,
    profile,
    profiles,
    reset,
    sessions,
    sign_in,
    suggestions,
    theme,
)

bp = Blueprint("people", __name__)
for noun in (
    sign_in,
    confirmation,
    first_run,
    language,
    theme,
    suggestions,
    profiles,
    profile,
    picture,
    preferences,
    password,
    sessions,
    other_sessions,
    forgotten,
    reset,
    invitation,
    address,
    address_link,
):
    bp.register_blueprint(noun.bp)
