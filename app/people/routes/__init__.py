"""The routes of people, one file per noun."""

from flask import Blueprint

from app.people.routes import first_run, sign_in

bp = Blueprint("people", __name__)
for noun in (sign_in, first_run):
    bp.register_blueprint(noun.bp)
