"""/ideas/mine: what whoever reads has to do with ideas."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.core.access import reader
from app.core.db import HIGHEST
from app.core.paging import begun
from app.ideas import queries
from app.ideas.queries import Mine

bp = Blueprint("mine", __name__, url_prefix="/mine")


@bp.get("")
def index() -> ResponseReturnValue:
    """`?tab=` is which of them, `?before=` where a page begins."""
    tab = request.args.get("tab", Mine.PROPOSED, type=Mine)
    before = begun(request.args, "before", HIGHEST)
    return render_template(
        "ideas/mine/index.html",
        tab=tab,
        page=queries.mine(reader(), tab, before=before),
        counts=queries.counts_of_mine(reader()),
        is_first=before == HIGHEST,
    )
