"""/ideas/<number>/merging: two ideas become one, and two again."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.catalogue.models import IntoItself, NotOffered
from app.core.access import authorize, me, reader
from app.core.db import Overtaken, load, writing
from app.core.fields import line
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext
from app.ideas import merging, policy, queries
from app.ideas.forms import IntoForm
from app.ideas.queries import likeness
from app.ideas.similar import alike

bp = Blueprint("merging", __name__, url_prefix="/<int:number>/merging")

LONGEST_SEARCH = 80  # characters
MOST_ALIKE = 12


@bp.get("/new")
def new(number: int) -> ResponseReturnValue:
    """Those that say something like it stand there already; any other is looked for."""
    return _page(number, 200)


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    authorize(policy.merge, load(queries.visible_to(reader()), number))
    form = IntoForm()
    if not form.validate():
        return _page(number, 422, gettext("Choose what it is merged into."))

    into = form.to.data or 0
    try:
        with writing():
            held = merging.held(number, into)
            authorize(policy.merge, held[number])
            if into not in held:
                raise NotOffered
            merging.merge(held[number], held[into], by=me())
    except (IntoItself, NotOffered):
        wrong = gettext("That one cannot be chosen any more. Choose another.")
        return _page(number, 422, wrong)
    except Overtaken:
        return _page(number, 409, gettext("Somebody merged one of them meanwhile. Look again."))
    undo = undoing("ideas.merging.destroy", number=number)
    say(gettext("The two are one: this idea speaks for both."), undo=undo)
    return redirect(url_for("ideas.ideas.show", number=into), code=303)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    authorize(policy.unmerge, load(queries.visible_to(reader()), number))
    with writing():
        idea = merging.held(number)[number]
        authorize(policy.unmerge, idea)
        merging.unmerge(idea, by=me())
    say(gettext("They are two again, each with what it had. What came since stays with the other."))
    return redirect(url_for("ideas.ideas.show", number=number), code=303)


def _page(number: int, status: int, wrong: str = "") -> ResponseReturnValue:
    idea = load(queries.visible_to(reader()), number)
    authorize(policy.merge, idea)
    words = line(request.args.get("q", ""))[:LONGEST_SEARCH]
    if words:
        found = queries.holding(words, besides=number)
    else:
        found = likeness.cards_in_order(reader(), alike(idea, limit=MOST_ALIKE))
    return render_template(
        "ideas/merging/new.html",
        idea=idea,
        words=words,
        found=found,
        wrong=wrong,
    ), status
