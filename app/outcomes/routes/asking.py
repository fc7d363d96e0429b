"""What every page and file here is asked for."""

from flask import abort, request

from app.core.calendar import today
from app.outcomes import narrowing, queries
from app.outcomes.narrowing import Narrowing
from app.outcomes.queries import Areas


def asked() -> tuple[Narrowing, Areas]:
    """An area that there never was is not there."""
    wanted, areas = narrowing.read(request.args, today()), queries.areas()
    if wanted.area is not None and wanted.area not in areas:
        abort(404)
    return wanted, areas
