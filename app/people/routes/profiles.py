"""/people: who is who."""

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from app.core.freshness import reading
from app.core.hypermedia import view
from app.people import queries, spoken
from app.people.forms import DirectoryForm

bp = Blueprint("profiles", __name__, url_prefix="/people")


@bp.get("")
@reading
def index() -> ResponseReturnValue:
    form = DirectoryForm(request.args)
    wanted, after = form.wanted, form.beginning
    return view(
        "people/profiles/index.html",
        part="people/profiles/_people.html",
        form=form,
        wanted=wanted,
        after=after,
        people=queries.directory(**wanted, after=after),
        count=queries.count(**wanted),
    )


@bp.get("/<int:number>")
@reading
def show(number: int) -> ResponseReturnValue:
    person = queries.card(number) or abort(404)
    return render_template(
        "people/profiles/show.html", person=person, speaks=spoken.in_words(person.speaks)
    )
