"""/programme/people: the ambassadors in office by name, and what each of them did."""

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from app.core import periods
from app.core.access import authorize, reader
from app.core.calendar import today
from app.core.db import load
from app.core.freshness import reading
from app.people.queries import visible_to
from app.programme import policy
from app.programme.dossiers import is_there_one, of_person
from app.programme.in_office import in_office
from app.programme.routes.listing import asked

bp = Blueprint("people", __name__, url_prefix="/people")


@bp.get("")
@reading
def index() -> ResponseReturnValue:
    authorize(policy.read)
    found = asked()
    return render_template(
        "programme/people/index.html",
        people=in_office(found.wanted.period, found.wanted.unit_id),
        **found.context,
    )


@bp.get("/<int:number>")
@reading
def show(number: int) -> ResponseReturnValue:
    """`?year=` says which of the years is told; those before it stand beside it."""
    person = load(visible_to(reader()), number)
    authorize(policy.read_dossier, person)
    if not is_there_one(person):
        abort(404)
    year = periods.read(request.args, today()).whole
    return render_template("programme/people/show.html", **of_person(reader(), person, year))
