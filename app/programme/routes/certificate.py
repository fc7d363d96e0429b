"""/programme/people/<number>/certificate: a year in office, on paper, for themselves."""

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from app.core import periods
from app.core.access import authorize, reader
from app.core.calendar import today
from app.core.db import load
from app.core.freshness import reading
from app.people.queries import visible_to
from app.programme import policy
from app.programme.dossiers import certified

bp = Blueprint("certificate", __name__, url_prefix="/people/<int:number>/certificate")


@bp.get("")
@reading
def show(number: int) -> ResponseReturnValue:
    """Of a year in which they were an ambassador and did something. Of any other there is none."""
    person = load(visible_to(reader()), number)
    authorize(policy.print_certificate, person)
    told = certified(person, periods.read(request.args, today()).whole)
    if told is None:
        abort(404)
    return render_template("programme/certificate/show.html", **told)
