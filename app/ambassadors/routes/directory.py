"""/ambassadors: who they are, and what they know."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.ambassadors import policy, queries
from app.ambassadors.forms import DirectoryForm
from app.catalogue import queries as catalogue
from app.core.access import reader
from app.core.calendar import today
from app.core.freshness import reading
from app.core.hypermedia import view

bp = Blueprint("directory", __name__)


@bp.get("")
@reading
def index() -> ResponseReturnValue:
    form = DirectoryForm(request.args)
    wanted, after = form.wanted, form.beginning
    found = queries.faces(wanted, after=after)
    numbers = [row.mandate_id for row in found.rows]
    name_of_topic = wanted.topic and catalogue.name_of(
        wanted.topic, queries.KIND, queries.numbers_in_office()
    )
    return view(
        "ambassadors/directory/index.html",
        part="ambassadors/directory/_faces.html",
        form=form.offering(wanted.topic, name_of_topic),
        wanted=wanted,
        after=after,
        found=found,
        topics=queries.topics_on(numbers),
        coached=queries.coached_in(numbers),
        count=queries.count(wanted),
        today=today(),
        is_one=reader().is_ambassador,
        asked=queries.is_asked_anything(reader()),
        waiting=queries.waiting() if policy.govern(reader()) else 0,
    )
