"""/spaces/<number>/posts: drawn by whoever keeps it, in the slot `space.posts`."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.core.access import authorize
from app.core.freshness import reading
from app.spaces import policy
from app.spaces.routes.place import page, standing

bp = Blueprint("posts", __name__, url_prefix="/<int:number>/posts")


@bp.get("")
@reading
def index(number: int) -> ResponseReturnValue:
    place = standing(number)
    authorize(policy.see_in, place)
    return page("spaces/posts/index.html", place, here="posts")
