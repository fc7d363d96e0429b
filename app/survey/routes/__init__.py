"""The routes of the survey, one file per noun."""

from flask import Blueprint

from app.survey.routes import (
    answer,
    closing,
    discarding,
    export,
    groups,
    item_place,
    item_removal,
    items,
    opening,
    preview,
    privacy,
    publication,
    record,
    remarks,
    reminder,
    results,
    waves,
    withdrawal,
)

bp = Blueprint("survey", __name__, url_prefix="/survey")
for noun in (
    answer,
    closing,
    discarding,
    export,
    groups,
    item_place,
    item_removal,
    items,
    opening,
    preview,
    privacy,
    publication,
    record,
    remarks,
    reminder,
    results,
    waves,
    withdrawal,
):
    bp.register_blueprint(noun.bp)
