"""/ideas/views: ways of looking at the ideas that whoever decides comes back to."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError

from app.catalogue.speaking import name
from app.core.access import authorize, me, reader
from app.core.db import Overtaken, load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.core.once import made_by, remember
from app.ideas import narrowing, policy, queries, viewing
from app.ideas.forms import NewViewForm, ViewChangeForm
from app.ideas.models import SavedView
from app.ideas.narrowing import Narrowing
from app.ideas.routes import board
from app.ideas.wording import VERDICTS

bp = Blueprint("views", __name__, url_prefix="/views")


@bp.get("")
def index() -> ResponseReturnValue:
    authorize(policy.triage)
    return render_template("ideas/views/index.html", views=queries.views_of(reader()))


@bp.get("/new")
def new() -> ResponseReturnValue:
    """The address says what is looked at: `?area=3&late=1`."""
    authorize(policy.triage)
    return _new(NewViewForm(formdata=None), 200)


@bp.post("")
def create() -> ResponseReturnValue:
    authorize(policy.triage)
    form = NewViewForm()
    if not form.validate():
        return _new(form, 422)
    slug = _saved(form)
    say(gettext("Saved: it stands above the ideas."))
    return redirect(url_for("ideas.views.show", slug=slug), code=303)


@bp.get("/<slug>")
def show(slug: str) -> ResponseReturnValue:
    """The ideas it looks at: on the board or as a table, as it was saved or as `?as=` says."""
    authorize(policy.triage)
    view = queries.view_at(reader(), slug) or abort(404)
    wanted = narrowing.said(view.address)
    for words in _gone(wanted):
        say(words)
    shown = request.args.get("as", "table" if view.is_table else "board")
    if shown == "table" or wanted.verdict:
        return redirect(url_for("ideas.table.index", **wanted.in_address), code=303)
    return redirect(url_for("ideas.ideas.index", **wanted.in_address), code=303)


@bp.get("/<int:number>/edit")
def edit(number: int) -> ResponseReturnValue:
    authorize(policy.triage)
    view = _kept(load(queries.views_visible_to(reader()), number))
    return _edit(view, ViewChangeForm(formdata=None, obj=view), 200)


@bp.put("/<int:number>")
def update(number: int) -> ResponseReturnValue:
    authorize(policy.triage)
    view = _kept(load(queries.views_visible_to(reader()), number))
    form = ViewChangeForm()
    if not form.validate():
        return _edit(view, form, 422)
    try:
        with writing():
            authorize(policy.triage)
            wanted = queries.views_visible_to(me())
            view = _kept(load(wanted, number, version=form.version.data))
            others = view.person_id != me().id  # who share it: only its owner takes it back
            view.call(form.name.data, is_shared=others or form.is_shared.data)
    except Overtaken:
        view = _kept(load(queries.views_visible_to(reader()), number))
        form.face(view)
        return _edit(view, form, 409)
    say(gettext("Saved."))
    return redirect(url_for("ideas.views.index"), code=303)


def _saved(form: NewViewForm) -> str:
    """Its address, once it is there."""
    wanted, is_table = narrowing.read(request.args), _is_table()
    try:
        with writing():
            authorize(policy.triage)
            number = made_by(form.once.data, me().id)
            if number is None:
                number = viewing.save(
                    form.name.data,
                    wanted if is_table else wanted.of(None),
                    is_shared=form.is_shared.data,
                    is_table=is_table,
                    by=me(),
                ).id
                remember(form.once.data, me().id, number)
            slug: str = load(queries.views_visible_to(me()), number).slug
    except IntegrityError:  # of two in one moment the other one has that address, or that key
        return _saved(form)
    return slug


def _is_table() -> bool:
    return request.args.get("as") == "table"


def _kept(view: SavedView) -> SavedView:
    """What was removed is only put back, not renamed."""
    return abort(404) if view.removed_at else view


def _gone(wanted: Narrowing) -> list[str]:
    """What it asks for and nobody can choose any more, a sentence each: it is still looked for."""
    said = [
        gettext("“%(name)s” can no longer be chosen. Ideas that had it are still here.", name=one)
        for one in (str(name(term)) for term in queries.terms_gone(wanted))
    ]
    others = {
        "tag": gettext("The tag this view looks for is no more."),
        "group": gettext("The group this view looks for is no more."),
        "owner": gettext("Whose ideas this view looks for does not work here any more."),
    }
    return said + [others[one] for one in sorted(queries.others_gone(wanted))]


def _new(form: NewViewForm, status: int) -> ResponseReturnValue:
    wanted = narrowing.read(request.args)
    address = wanted.in_address | ({"as": "table"} if _is_table() else {})
    looks_at = _looks_at(wanted)
    return render_template(
        "ideas/views/new.html", form=form, address=address, looks_at=looks_at
    ), status


def _edit(view: SavedView, form: ViewChangeForm, status: int) -> ResponseReturnValue:
    return render_template(
        "ideas/views/edit.html",
        view=view,
        form=form,
        looks_at=_looks_at(narrowing.said(view.address)),
        is_theirs=view.person_id == reader().id,
        is_overtaken=status == 409,
    ), status


def _looks_at(wanted: Narrowing) -> list[str]:
    """In words, as the filters say it."""
    given = board.filters(wanted)
    said = [
        wanted.verdict and gettext(VERDICTS[wanted.verdict]),
        wanted.words and f"“{wanted.words}”",
        dict(given["areas"]).get(wanted.area_id),
        dict(given["touchpoints"]).get(wanted.term),
        wanted.tag and gettext("About %(tag)s", tag=wanted.tag),
        dict(given["owners"]).get(wanted.owner_id),
        given["author"] and gettext("By %(name)s", name=given["author"]),
        given["group"] and gettext("Analysed together: %(title)s", title=given["group"]),
        wanted.is_late and gettext("Only those that are late"),
        given["orders"][wanted.order.value],
    ]
    return [str(one) for one in said if one]
