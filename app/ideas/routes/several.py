"""/ideas/several: the same for several ideas of the list, and taking the whole of it back."""

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext, ngettext
from app.core.i18n import number as told
from app.core.once import made_by, remember
from app.ideas import narrowing, policy, queries, several
from app.ideas.forms.several import FORMS, SeveralForm
from app.ideas.models import Doing, TooLate
from app.ideas.routes import outcome
from app.ideas.several import Deed

bp = Blueprint("several", __name__, url_prefix="/several")

ROOM = 30_000  # characters of what authors are told that one page shows in full


@bp.get("/new")
def new() -> ResponseReturnValue:
    """`?do=` is what is to be done with the `?ideas=` that were chosen on the list, `?back=`."""
    authorize(policy.triage)
    doing = _doing()
    form = FORMS[doing](formdata=None)
    form.back.data = request.args.get("back", "")
    form.ideas.process(request.args)
    if not form.ideas.data:
        say(gettext("Choose for which ideas."))
        return redirect(list_of(form.back.data), code=303)
    return _page(doing, form)


@bp.post("")
def create() -> ResponseReturnValue:
    """What is declined is shown once more, as each author will read it, before it is."""
    authorize(policy.triage)
    doing = _doing()
    form = FORMS[doing]()
    deed = form.deed() if form.validate() else None
    if deed is None:
        return _page(doing, form, 422)
    if "change" in request.form:
        return _page(doing, form)
    if doing is Doing.DECLINE and "sure" not in request.form:
        return _asked(form, deed)
    number = _do(form, deed)
    done, _ = outcome.parted(queries.of_batch(number))
    said = ngettext("%(n)s idea: done.", "%(n)s ideas: done.", len(done), n=told(len(done)))
    say(said, undo=undoing("ideas.several.destroy", number=number) if done else "")
    return redirect(_at(number, form.back.data), code=303)


@bp.get("/<int:number>")
def show(number: int) -> ResponseReturnValue:
    """How many, which not, and why."""
    authorize(policy.triage)
    batch = load(queries.batches_visible_to(reader()), number)
    back = request.args.get("back", "")
    return render_template(
        "ideas/several/show.html", back=back, list_url=list_of(back), **outcome.shown(batch)
    )


@bp.delete("/<int:number>")
def destroy(number: int) -> ResponseReturnValue:
    """The whole of it, as far as nobody went on from there."""
    authorize(policy.triage)
    load(queries.batches_visible_to(reader()), number)
    rows = queries.of_batch(number)
    wanted = [row.idea_id for row in rows if row.left is None and not row.is_undone]
    try:
        for portion in several.portions(wanted):
            with writing():
                authorize(policy.triage)
                batch = load(queries.batches_visible_to(me()), number)
                ideas = queries.hold_several(portion)
                held = [row for row in queries.of_batch(number) if row.idea_id in ideas]
                several.undo(batch, held, ideas, by=me())
                if portion[-1] == max(wanted):
                    several.close(batch)
    except TooLate:
        say(gettext("That was decided too long ago to undo. Decide anew."))
    else:
        stays = sum(row.left is None and not row.is_undone for row in queries.of_batch(number))
        say(
            gettext("Undone as far as nobody went on from there: see what stays.")
            if stays
            else gettext("Undone: they stand as they did before.")
        )
    return redirect(_at(number, request.args.get("back", "")), code=303)


def list_of(back: str | None) -> str:
    """The list somebody came from: `back` is its address from the question mark on."""
    return url_for("ideas.table.index", **narrowing.said((back or "").lstrip("?")).in_address)


def _doing() -> Doing:
    said = request.values.get("do", "")
    return Doing(said) if said in set(Doing) else abort(404)


def _do(form: SeveralForm, deed: Deed) -> int:
    """A portion at a time, each through its verbs: sent twice it is done once, and what was cut
    short goes on.
    """
    number = _begun(form, deed)
    for portion in several.portions(list(form.ideas.data)):
        with writing():
            authorize(policy.triage)
            batch = load(queries.batches_visible_to(me()), number)
            done = {row.idea_id for row in queries.of_batch(number)}
            held = queries.hold_several([one for one in portion if one not in done])
            several.do(batch, deed, held, form.ideas.data, by=me())
    return number


def _begun(form: SeveralForm, deed: Deed) -> int:
    """Its number, the same however often it is sent."""
    try:
        with writing():
            authorize(policy.triage)
            before = made_by(form.once.data, me().id)
            number = before or several.begin(deed, by=me()).id
            if not before:
                remember(form.once.data, me().id, number)
    except IntegrityError:  # of two presses in one moment the other one was first
        return _begun(form, deed)
    return number


def _at(number: int, back: str | None) -> str:
    return url_for("ideas.several.show", number=number, back=back or None)


def _page(doing: Doing, form: SeveralForm, status: int = 200) -> ResponseReturnValue:
    return _drawn("ideas/several/new.html", doing, form), status


def _asked(form: SeveralForm, deed: Deed) -> ResponseReturnValue:
    """Every author with what they are told; in full as far as a page has room."""
    left, letters = ROOM, []
    authors = queries.addressed(deed.words)
    for number, words in sorted(deed.words.items()):
        left -= len(words)
        letters.append((authors[number], words if left > 0 else None))
    return _drawn("ideas/several/asked.html", Doing.DECLINE, form, letters=letters)


def _drawn(page: str, doing: Doing, form: SeveralForm, **more: Any) -> str:
    return render_template(
        page,
        doing=doing,
        form=form,
        chosen=queries.chosen(form.ideas.data),
        list_url=list_of(form.back.data),
        **more,
    )
