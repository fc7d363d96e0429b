"""The routes of imports, one file per noun."""

from flask import Blueprint

from app.imports.routes import consent, imports, mapping, report, steps

bp = Blueprint("imports", __name__, url_prefix="/imports")
for noun in (imports, consent, mapping, report, steps):
    bp.register_blueprint(noun.bp)
