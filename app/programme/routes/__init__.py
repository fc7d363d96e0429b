"""The routes of the programme, one file per noun."""

from flask import Blueprint

from app.programme.routes import (
    certificate,
    changes,
    coverage,
    coverage_table,
    events,
    ideas,
    overview,
    people,
    tables,
    units,
)

bp = Blueprint("programme", __name__, url_prefix="/programme")
for noun in (
    overview,
    tables,
    events,
    changes,
    ideas,
    coverage,
    coverage_table,
    people,
    certificate,
    units,
):
    bp.register_blueprint(noun.bp)
