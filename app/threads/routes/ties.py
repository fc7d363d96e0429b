"""/threads/<kind>/<number>/ties: tying a thing to another, and untying it."""

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import HIGHEST, Entity, load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.facts import subjects
from app.people.models import Person, Reader
from app.people.sight import sight
from app.threads import policy, queries, tying
from app.threads.addresses import thing_at
from app.threads.forms import BESIDE, SearchForm, TieForm

bp = Blueprint("ties", __name__)


@bp.get("/<kind>/<int:number>/ties/new")
def new(kind: str, number: int) -> ResponseReturnValue:
    return _page(_seen(reader(), kind, number), TieForm(formdata=None), 200)


@bp.post("/<kind>/<int:number>/ties")
def create(kind: str, number: int) -> ResponseReturnValue:
    """Twice is once."""
    thing = _seen(reader(), kind, number)
    authorize(policy.tie)
    form = TieForm()
    if not form.validate():
        return _page(thing, form, 422)
    end = _end(form.to.data) or abort(404)
    _seen(reader(), *end)
    try:
        with writing():
            thing, other = _seen(me(), kind, number), _seen(me(), *end)
            if queries.between((kind, number), end) is None:
                tying.tie(thing, other, beside=form.way.data == BESIDE, by=me())
    except tying.NotOnTheLine:
        form.way.errors = [
            gettext("Neither of the two leads to the other: they stand side by side.")
        ]
        return _page(_seen(reader(), kind, number), form, 422)
    say(gettext("They are tied: it stands on the page of both."))
    return redirect(subjects.address(kind, number), code=303)


@bp.delete("/ties/<int:number>")
def destroy(number: int) -> ResponseReturnValue:
    authorize(policy.untie, load(queries.visible_to(reader()), number))
    with writing():
        tie = load(queries.visible_to(me()), number)
        authorize(policy.untie, tie)
        (kind, one), (other_kind, other) = tie.ends
        tie.undo(_seen(me(), kind, one), _seen(me(), other_kind, other), by=me())
    say(gettext("They are no longer tied."))
    return redirect(_whence(kind, one), code=303)


def _whence(kind: str, number: int) -> str:
    """Back to the thing on whose page it was pressed, if it says so."""
    back = _end(request.args.get("from", ""))
    return subjects.address(*(back or (kind, number)))


def _seen(person: Person | Reader, kind: str, number: int) -> Any:
    subject = subjects.named(kind)
    return load(subject.visible_to(person), number) if subject.stage else abort(404)


def _end(said: str) -> tuple[str, int] | None:
    kind, _, number = (said or "").partition(":")
    is_one = number.isascii() and number.isdigit() and len(number) <= 10
    return (kind, int(number)) if is_one and int(number) <= HIGHEST else None


def _page(thing: Entity, form: TieForm, status: int) -> ResponseReturnValue:
    subject = subjects.of(thing)
    search = SearchForm(request.args, meta={"csrf": False})
    offered = _offered(search.q.data or "", but=(subject.kind, thing.id))
    form.to.choices = [(f"{kind}:{number}", words) for (kind, number), words in offered.items()]
    chosen = _end(form.to.data)
    if chosen and chosen not in offered:  # sent, and on no list of this page
        form.to.choices += [(form.to.data, words) for words in _told([chosen]).values()]
    return (
        render_template(
            "threads/ties/new.html",
            form=form,
            search=search,
            title=getattr(thing, subject.title.key),
            place=subjects.address(subject.kind, thing.id),
            address=url_for("threads.ties.create", kind=subject.kind, number=thing.id),
            here=url_for("threads.ties.new", kind=subject.kind, number=thing.id),
        ),
        status,
    )


def _offered(words: str, *, but: tuple[str, int]) -> dict[tuple[str, int], str]:
    """What is found by its words, or at its address, as the reader may see it."""
    if not words:
        return {}
    at = thing_at(words)
    things = [at] if at else queries.holding(reader(), words)
    return _told([thing for thing in things if thing != but])


def _told(things: list[tuple[str, int]]) -> dict[tuple[str, int], str]:
    """What each is and is called, in this order, of those the reader may see."""
    titles = subjects.titles(reader(), things, sight(reader())) if things else {}
    return {
        (kind, number): f"{gettext(subjects.named(kind).name)}: {titles[kind, number]}"
        for kind, number in things
        if (kind, number) in titles
    }
