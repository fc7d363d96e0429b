"""The routes of the catalogues and of tags, one file per noun."""

from flask import Blueprint

from app.catalogue.routes import (
    editorials,
    overview,
    tag_merging,
    tags,
    term_merging,
    term_place,
    term_retirement,
    terms,
)

bp = Blueprint("catalogue", __name__)
for noun in (
    editorials,
    overview,
    terms,
    term_place,
    term_retirement,
    term_merging,
    tags,
    tag_merging,
):
    bp.register_blueprint(noun.bp)
