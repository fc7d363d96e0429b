"""/search: what holds these words, whatever it is."""

from typing import Any

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from app.core.access import reader
from app.core.freshness import reading
from app.core.hypermedia import view
from app.facts import subjects
from app.search.forms import SearchForm
from app.search.results import results, suggestion

bp = Blueprint("results", __name__)


@bp.get("")
@reading
def index() -> ResponseReturnValue:
    form = SearchForm(request.args)
    wanted, address = form.wanted, form.address
    found = results(wanted, reader())

    def way(**other: Any) -> str:
        """The same question, but for this."""
        return url_for("search.results.index", **address | other)

    return view(
        "search/results/index.html",
        part="search/results/_results.html",
        form=form,
        wanted=wanted,
        way=way,
        names={subject.kind: subject.name for subject in subjects.registered()},
        address_of=subjects.address,
        found=found,
        suggested="" if found.rows else suggestion(wanted, reader()),
        after=way(page=found.page + 1) if found.page < found.pages else "",
        before=way(page=found.page - 1) if 1 < found.page <= found.pages else "",
    )
