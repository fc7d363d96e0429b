"""/catalogue/<kind>: one catalogue, and a page for each of its terms."""

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError

from app.catalogue import narrowing, policy, queries
from app.catalogue.editorials import reading_of
from app.catalogue.forms import NewTermForm, TermChangeForm
from app.catalogue.models import Kind, Term
from app.catalogue.models.editorial import about_term
from app.catalogue.speaking import CATALOGUES, ONE, told
from app.catalogue.telling import about
from app.core.access import authorize, me, reader
from app.core.db import Overtaken, load, writing
from app.core.freshness import reading
from app.core.hypermedia import say, view
from app.core.i18n import gettext
from app.core.once import made_by, remember

bp = Blueprint("terms", __name__, url_prefix="/catalogue")


@bp.get("/<kind>")
@reading
def index(kind: str) -> ResponseReturnValue:
    """The catalogue; `?state=retired` is what it no longer offers, `?state=order` its order."""
    one, state = _kind(kind), request.args.get("state")
    retired = state == "retired"
    ordering = state == "order" and policy.govern(reader())
    return view(
        "catalogue/terms/index.html",
        part="catalogue/terms/_list.html",
        kind=one,
        editorial=None if retired or ordering else reading_of(one.value),
        terms=[told(row) for row in queries.terms(one, retired=retired)],
        is_retired=retired,
        is_ordering=ordering,
        may_govern=policy.govern(reader()),
        called=CATALOGUES,
        one=ONE[one],
    )


@bp.get("/<kind>/<word>")
@reading
def show(kind: str, word: str) -> ResponseReturnValue:
    term = queries.term_at(_kind(kind), word) or abort(404)
    if term.is_merged:
        return redirect(_address(load(queries.visible_terms(reader()), term.speaks_as)))
    return view(
        "catalogue/terms/show.html",
        part="catalogue/words/_things.html",
        **_shown(term),
    )


@bp.get("/terms/<int:number>")
def by_number(number: int) -> ResponseReturnValue:
    """The address by which anything knows a term; the one to be read is led to."""
    return redirect(_address(load(queries.visible_terms(reader()), number)))


@bp.get("/<kind>/new")
def new(kind: str) -> ResponseReturnValue:
    authorize(policy.govern)
    one = _kind(kind)
    return _new(one, NewTermForm(formdata=None, has_unit=one is Kind.AREAS), 200)


@bp.post("/<kind>")
def create(kind: str) -> ResponseReturnValue:
    authorize(policy.govern)
    one = _kind(kind)
    form = NewTermForm(has_unit=one is Kind.AREAS)
    if not form.validate():
        return _new(one, form, 422)

    try:
        with writing():
            authorize(policy.govern)
            number = made_by(form.once.data, me().id)
            if number is None:
                place = queries.last_place(one)
                term = Term.add(one, form.said, position=place, by=me())
                _give_unit(term, form)
                number = term.id
                remember(form.once.data, me().id, number)
    except IntegrityError:
        form.name.errors = [gettext("The catalogue has one with that name already.")]
        return _new(one, form, 422)
    say(gettext("It can be chosen from now on."))
    return redirect(_address(load(queries.visible_terms(reader()), number)), code=303)


@bp.get("/terms/<int:number>/edit")
def edit(number: int) -> ResponseReturnValue:
    term = load(queries.visible_terms(reader()), number)
    authorize(policy.choose, term)
    return _edit(term, _change(term, formdata=None, obj=term), 200)


@bp.put("/terms/<int:number>")
def update(number: int) -> ResponseReturnValue:
    term = load(queries.visible_terms(reader()), number)
    authorize(policy.choose, term)
    form = _change(term)
    if not form.validate():
        return _edit(term, form, 422)

    try:
        with writing():
            term = load(queries.visible_terms(me()), number, version=form.version.data)
            authorize(policy.choose, term)
            term.change(form.said, by=me())
            _give_unit(term, form)
    except Overtaken:
        term = load(queries.visible_terms(reader()), number)
        form.face(term)
        return _edit(term, form, 409)
    say(gettext("Saved."))
    return redirect(_address(load(queries.visible_terms(reader()), number)), code=303)


def _kind(kind: str) -> Kind:
    return Kind(kind) if kind in set(Kind) else abort(404)


def _address(term: Term) -> str:
    return url_for("catalogue.terms.show", kind=term.kind.value, word=term.slug)


def _shown(term: Term) -> dict[str, Any]:
    page = about(reader(), term, narrowing.read(request.args.get("before", "")))
    beside = [told(row) for row in queries.terms(term.kind)]
    return {
        "term": told(term),
        "number": term.id,
        "editorial": reading_of(about_term(term.id)),
        "about": about_term(term.id),
        "things": page.things,
        "older": page.older
        and url_for(
            "catalogue.terms.show", kind=term.kind.value, word=term.slug, before=page.older
        ),
        "is_first": "before" not in request.args,
        "beside": beside,
        "unit": term.unit if term.unit_id else None,
        "may_govern": policy.govern(reader()),
        "called": CATALOGUES[term.kind],
        "one": ONE[term.kind],
    }


def _change(term: Term, **given: Any) -> TermChangeForm:
    return TermChangeForm(has_unit=term.kind is Kind.AREAS, unit=term.unit_id, **given)


def _give_unit(term: Term, form: Any) -> None:
    if "unit_id" in form:
        term.belong_to(form.unit_id.data)


def _new(kind: Kind, form: NewTermForm, status: int) -> ResponseReturnValue:
    page = "catalogue/terms/new.html"
    return render_template(page, form=form, kind=kind, called=CATALOGUES[kind]), status


def _edit(term: Term, form: TermChangeForm, status: int) -> ResponseReturnValue:
    return render_template(
        "catalogue/terms/edit.html",
        form=form,
        term=term,
        called=CATALOGUES[term.kind],
        is_overtaken=status == 409,
    ), status
