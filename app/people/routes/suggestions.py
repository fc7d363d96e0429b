"""/people/suggestions: who may be meant by the letters after an @."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.core.access import reader
from app.people.mentions import queries, written

bp = Blueprint("suggestions", __name__, url_prefix="/people/suggestions")

LONGEST = 60  # letters of a name that say who is meant


@bp.get("")
def index() -> ResponseReturnValue:
    people = queries.meant(request.args.get("q", "")[:LONGEST], reader())
    return render_template("people/suggestions/_people.html", people=people, written=written)
