"""The routes of the administration, one file per noun."""

from flask import Blueprint

from app.admin.routes import (
    address,
    closure,
    errand_discarding,
    errand_retries,
    invitation,
    jobs,
    location_closure,
    location_merging,
    location_name,
    locations,
    outbox,
    overview,
    people,
    people_export,
    proposals,
    reset,
    roles,
    sessions,
    settings,
    unit_changes,
    unit_closure,
    unit_merging,
    unit_place,
    units,
)

bp = Blueprint("admin", __name__, url_prefix="/admin")
for noun in (
    overview,
    people_export,
    people,
    roles,
    closure,
    sessions,
    proposals,
    invitation,
    reset,
    address,
    units,
    unit_changes,
    unit_place,
    unit_merging,
    unit_closure,
    locations,
    location_name,
    location_merging,
    location_closure,
    settings,
    outbox,
    errand_retries,
    errand_discarding,
    jobs,
):
    bp.register_blueprint(noun.bp)
