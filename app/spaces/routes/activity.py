"""/spaces/<number>/activity: drawn by whoever keeps it, in the slot `space.activity`."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.core.access import authorize
from app.core.freshness import reading
from app.spaces import policy
from app.spaces.routes.place import page, standing

bp = Blueprint("activity", __name__, url_prefix="/<int:number>/activity")


@bp.get("")
@reading
def index(number: int) -> ResponseReturnValue:
    place = standing(number)
    authorize(policy.see_in, place)
    return page("spaces/activity/index.html", place, here="activity")
