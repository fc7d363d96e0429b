"""/catalogue: what the house is about, on one page."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.catalogue import policy, queries
from app.catalogue.editorials import reading_of
from app.catalogue.models.editorial import WOWISTA
from app.catalogue.speaking import CATALOGUES, told
from app.core.access import reader
from app.core.fragments import rows
from app.core.freshness import reading

bp = Blueprint("overview", __name__)


@bp.get("/catalogue")
@reading
def index() -> ResponseReturnValue:
    offered = [told(row) for row in rows("catalogue.offered", read=queries.offered)]
    return render_template(
        "catalogue/overview/index.html",
        editorial=reading_of(WOWISTA),
        about=WOWISTA,
        may_govern=policy.govern(reader()),
        catalogues={kind: [term for term in offered if term.kind is kind] for kind in CATALOGUES},
        called=CATALOGUES,
    )
