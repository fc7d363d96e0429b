"""/spaces/<number>/about: what a space is for."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.core.freshness import reading
from app.spaces import queries
from app.spaces.routes.place import page, standing

bp = Blueprint("about", __name__, url_prefix="/<int:number>/about")


@bp.get("")
@reading
def show(number: int) -> ResponseReturnValue:
    """Whoever knows of it may know what it is for, and whom to ask."""
    place = standing(number)
    managers = queries.managers(number)
    return page("spaces/about/show.html", place, here="about", managers=managers)
