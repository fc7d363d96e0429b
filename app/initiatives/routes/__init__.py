"""The routes of the initiatives, one file per noun."""

from flask import Blueprint

from app.initiatives.routes import (
    changes,
    export,
    initiatives,
    milestones,
    owner,
    reaching,
    review,
    reviews,
    team,
    updates,
    withdrawal,
)

bp = Blueprint("initiatives", __name__, url_prefix="/initiatives")
for noun in (
    initiatives,
    export,
    changes,
    milestones,
    reaching,
    updates,
    team,
    owner,
    review,
    reviews,
    withdrawal,
):
    bp.register_blueprint(noun.bp)
