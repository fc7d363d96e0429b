"""/committee/<number>/agenda: what comes onto it, in which order."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.committee import narrowing, policy, queries
from app.committee.forms import AgendaForm
from app.committee.models import MOST_ITEMS, Item, Sitting, Source
from app.core.access import authorize, me, reader
from app.core.calendar import today
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext, ngettext
from app.core.i18n import number as told
from app.ideas import queries as ideas

bp = Blueprint("agenda", __name__, url_prefix="/<int:number>/agenda")


@bp.get("/new")
def new(number: int) -> ResponseReturnValue:
    """What is parked, late and new at once; or one by one, found by `?q=`."""
    sitting = load(queries.visible_to(reader()), number)
    authorize(policy.prepare, sitting)
    return _page(sitting, _form())


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    """With `?idea=7` that one; else what the form says."""
    sitting = load(queries.visible_to(reader()), number)
    authorize(policy.prepare, sitting)
    chosen = request.args.get("idea", type=int)
    form = _form()
    if chosen is None and not form.validate():
        return _page(sitting, form, 422)
    with writing():
        sitting = load(queries.whole(me()), number)
        authorize(policy.prepare, sitting)
        if chosen is not None:
            idea = load(ideas.visible_to(me()), chosen)
            added = sitting.put_on([idea.id], Source.CHOSEN) if idea.is_open else 0
        else:
            added = _collected(sitting, form)
        is_full = len(sitting.items) >= MOST_ITEMS
    said = ngettext("%(n)s idea put on.", "%(n)s ideas put on.", added, n=told(added))
    if is_full:
        said += " " + gettext("The agenda is full.")
    say(said)
    if chosen is not None:
        words = narrowing.words(request.args)
        return redirect(url_for(".new", number=number, q=words or None), code=303)
    return redirect(url_for("committee.sittings.show", number=number), code=303)


@bp.put("/<int:item>")
def update(number: int, item: int) -> ResponseReturnValue:
    """One place further up with `?up=1`, else down."""
    authorize(policy.prepare, load(queries.visible_to(reader()), number))
    with writing():
        sitting = load(queries.whole(me()), number)
        authorize(policy.prepare, sitting)
        sitting.move(_of(sitting, item), up=request.args.get("up") == "1")
    return redirect(url_for("committee.sittings.show", number=number, _anchor=f"item-{item}"), 303)


@bp.delete("/<int:item>")
def destroy(number: int, item: int) -> ResponseReturnValue:
    authorize(policy.prepare, load(queries.visible_to(reader()), number))
    with writing():
        sitting = load(queries.whole(me()), number)
        authorize(policy.prepare, sitting)
        gone = _of(sitting, item)
        idea = gone.idea_id
        is_off = sitting.take_off(gone)
    if is_off:
        undo = url_for("committee.agenda.create", number=number, idea=idea)
        say(gettext("It is off the agenda."), undo=undo)
    else:
        say(gettext("It stays: something was said of it already."))
    return redirect(url_for("committee.sittings.show", number=number), code=303)


def _form() -> AgendaForm:
    form: AgendaForm = AgendaForm().offering(queries.waiting_counts(today()))
    return form


def _collected(sitting: Sitting, form: AgendaForm) -> int:
    """In the order of the sources, as many as are wanted in all."""
    left, added = form.most.data or 0, 0
    for source in Source:
        if source in (form.sources.data or []) and left > 0:
            most = left + len(sitting.items)  # some of them may be on it already
            found = queries.candidates(source, form.order.data, today(), most)
            here = {one.idea_id for one in sitting.items}
            put = sitting.put_on([one for one in found if one not in here][:left], source)
            left, added = left - put, added + put
    return added


def _of(sitting: Sitting, number: int) -> Item:
    return sitting.named(number) or abort(404)


def _page(sitting: Sitting, form: AgendaForm, status: int = 200) -> ResponseReturnValue:
    words = narrowing.words(request.args)
    here = {line.idea_id for line in queries.agenda(sitting, reader())}
    found = queries.found_by_words(reader(), words, today(), here) if words else []
    return render_template(
        "committee/agenda/new.html",
        sitting=sitting,
        form=form,
        words=words,
        found=found,
        is_full=len(here) >= MOST_ITEMS,
    ), status
