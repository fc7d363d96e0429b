"""/thanks: all of them, thanking somebody, and taking that back."""

from typing import Any

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.catalogue.models import Term
from app.catalogue.speaking import name
from app.core.access import authorize, me, reader
from app.core.db import db, load, writing
from app.core.freshness import reading
from app.core.hypermedia import say, undoing, view, wants_part
from app.core.i18n import gettext
from app.core.once import made_by, remember
from app.people import queries as people
from app.people.forms.account import unit_choices
from app.thanks import narrowing, policy, queries, thanking
from app.thanks.forms import ThanksForm, habits
from app.thanks.routes import page

bp = Blueprint("thanks", __name__)


@bp.get("")
@reading
def index() -> ResponseReturnValue:
    wanted = narrowing.read(request.args)

    def way(**other: Any) -> str:
        """The address of this list, but for something."""
        return url_for("thanks.thanks.index", **wanted.in_address | other)

    found = queries.listed(reader(), wanted)
    older = way(before=found.rows[-1].id) if found.more else ""
    listed: dict[str, Any] = {"page": found, "older": older, "name_of": name}
    if wants_part() and not wanted.is_first:
        return view("thanks/thanks/index.html", part="thanks/thanks/_list.html", **listed)
    return view(
        "thanks/thanks/index.html",
        part="thanks/thanks/_all.html",
        wanted=wanted,
        total=queries.count(reader(), wanted) if wanted.is_counted_for(reader().id) else None,
        most_counted=queries.MOST,
        habits=habits(),
        units=unit_choices(),
        receiver=queries.person_name(wanted.to),
        giver=queries.person_name(wanted.by),
        way=way,
        **listed,
    )


@bp.get("/new")
def new() -> ResponseReturnValue:
    """Perhaps `?to=7`."""
    form = ThanksForm(formdata=None, to=narrowing.read(request.args).to)
    form.look()
    return _form(form)


@bp.post("")
def create() -> ResponseReturnValue:
    form = ThanksForm()
    if "find" in request.form:
        form.look()
        return _form(form)
    if not form.validate():
        return _form(form, 422)

    try:
        with writing():
            giver = load(people.visible_to(reader()), reader().id)  # one form of theirs at a time
            number = made_by(form.once.data, giver.id)
            if number is None:
                receiver = people.person(form.to.data or 0)
                habit = db.session.get_one(Term, form.habit.data)
                number = thanking.thank(receiver, habit, form.text.data, by=giver).id
                remember(form.once.data, giver.id, number)
    except thanking.UsedUp:
        return _form(form, 422)
    except thanking.NotThem:
        form.who.errors = [gettext("Thank somebody else who works here.")]
        return _form(form, 422)
    say(gettext("Said: they hear of it now."), undo=undoing("thanks.thanks.destroy", number=number))
    return redirect(url_for("thanks.thanks.show", number=number), code=303)


@bp.get("/<int:number>")
def show(number: int) -> ResponseReturnValue:
    return page.shown(number)


@bp.delete("/<int:number>")
def destroy(number: int) -> ResponseReturnValue:
    """Within ten minutes it is as if nothing had been said; later its place stays taken."""
    authorize(policy.withdraw, load(queries.visible_to(reader()), number))
    with writing():
        thanks = load(queries.visible_to(me()), number)
        authorize(policy.withdraw, thanks)
        thanks.withdraw(by=me())
        gives_back = not thanks.takes_place
    say(
        gettext("Taken back. You can thank somebody else in its place.")
        if gives_back
        else gettext("Withdrawn: nobody sees it any more.")
    )
    return redirect(url_for("thanks.thanks.index"), code=303)


def _form(form: ThanksForm, status: int = 200) -> ResponseReturnValue:
    """With how many are left; where none is, it says so, and what was written stays."""
    context: dict[str, Any] = {
        "form": form,
        "places": thanking.places(reader().id),
        "habits": habits(),
    }
    return view("thanks/thanks/new.html", part="thanks/thanks/_form.html", status=status, **context)
