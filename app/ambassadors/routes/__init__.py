"""The routes of the ambassadors, one file per noun."""

from flask import Blueprint

from app.ambassadors.routes import (
    acceptance,
    answer,
    closing,
    directory,
    farewell,
    help,
    mandates,
    naming,
    nominations,
    passing,
    refusal,
    renewal,
    units,
)

bp = Blueprint("ambassadors", __name__, url_prefix="/ambassadors")
for noun in (
    directory,
    mandates,
    units,
    renewal,
    farewell,
    nominations,
    naming,
    refusal,
    help,
    acceptance,
    answer,
    passing,
    closing,
):
    bp.register_blueprint(noun.bp)
