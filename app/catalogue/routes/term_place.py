"""/catalogue/terms/<number>/place: where a term stands in its catalogue."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from app.catalogue import ordering, policy, queries
from app.catalogue.forms import PlaceForm
from app.catalogue.speaking import told
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import done

bp = Blueprint("term_place", __name__, url_prefix="/catalogue/terms/<int:number>/place")


@bp.put("")
def update(number: int) -> ResponseReturnValue:
    """One step up or down. Somebody who only reads the answer sees where it stands now."""
    term = load(queries.visible_terms(reader()), number)
    authorize(policy.choose, term)
    form = PlaceForm()
    step = form.step.data if form.validate() else None
    with writing():
        term = load(queries.visible_terms(me()), number)
        authorize(policy.choose, term)
        ordering.move(term, step or 0, by=me())
    kind = term.kind
    return done(
        "catalogue/terms/_list.html",
        otherwise=url_for(
            "catalogue.terms.index", kind=kind.value, state="order", _anchor=f"term-{number}"
        ),
        kind=kind,
        terms=[told(row) for row in queries.terms(kind)],
        is_ordering=True,
    )
