"""/catalogue/terms/<number>/merging: two terms become one, and two again."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.catalogue import merging, policy, queries
from app.catalogue.forms import IntoForm
from app.catalogue.models import IntoItself, NotOffered, Term
from app.catalogue.speaking import CATALOGUES, told
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext

bp = Blueprint("term_merging", __name__, url_prefix="/catalogue/terms/<int:number>/merging")


@bp.get("/new")
def new(number: int) -> ResponseReturnValue:
    term = load(queries.visible_terms(reader()), number)
    authorize(policy.choose, term)
    return _page(term, 200)


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    term = load(queries.visible_terms(reader()), number)
    authorize(policy.choose, term)
    form = IntoForm()
    if not form.validate():
        return _page(term, 422, gettext("Choose what it is merged into."))

    try:
        with writing():
            authorize(policy.govern)
            held = queries.hold(Term, number, form.to.data or 0)
            term, survivor = held[number], held.get(form.to.data or 0)
            if survivor is None or survivor.kind is not term.kind:
                raise NotOffered
            merging.merge(term, survivor, by=me())
            where = url_for("catalogue.terms.show", kind=survivor.kind.value, word=survivor.slug)
    except (IntoItself, NotOffered):
        term = load(queries.visible_terms(reader()), number)
        return _page(term, 422, gettext("That one cannot be chosen any more. Choose another."))
    undo = undoing("catalogue.term_merging.destroy", number=number)
    say(gettext("The two are one. The old address leads here."), undo=undo)
    return redirect(where, code=303)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    term = load(queries.visible_terms(reader()), number)
    authorize(policy.govern)
    with writing():
        authorize(policy.govern)
        term = merging.held(term)
        merging.unmerge(term, by=me())
        where = url_for("catalogue.terms.show", kind=term.kind.value, word=term.slug)
    say(gettext("They are two again. What was given since stays with the other one."))
    return redirect(where, code=303)


def _page(term: Term, status: int, wrong: str = "") -> ResponseReturnValue:
    return render_template(
        "catalogue/terms/merging.html",
        term=told(term),
        others=[told(row) for row in queries.terms(term.kind) if row.id != term.id],
        form=IntoForm(formdata=None),
        called=CATALOGUES[term.kind],
        wrong=wrong,
    ), status
