"""/spaces/<number>/requests: asking to come in, and the answer."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.people import queries as people
from app.spaces import policy, queries
from app.spaces.forms import WordsForm
from app.spaces.routes.members import listed
from app.spaces.routes.place import page, standing

bp = Blueprint("requests", __name__, url_prefix="/<int:number>/requests")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    place = standing(number)
    authorize(policy.ask, place)
    form = WordsForm()
    if not form.validate():
        return page(
            "spaces/about/show.html", place, here="about", status=422, asks=form, managers=[]
        )
    with writing():
        place = standing(number)
        authorize(policy.ask, place)
        place.space.be_asked(form.words.data, by=me())
    undo = url_for("spaces.requests.destroy", number=number)
    say(gettext("You have asked. Whoever runs it will answer."), undo=f"{undo}?_method=DELETE")
    return redirect(url_for("spaces.spaces.show", number=number), code=303)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    standing(number)
    with writing():
        standing(number).space.be_asked_no_longer(by=me())
    say(gettext("You no longer ask to come in."))
    return redirect(url_for("spaces.spaces.show", number=number), code=303)


@bp.post("/<int:person>/acceptance")
def accept(number: int, person: int) -> ResponseReturnValue:
    authorize(policy.run, standing(number))
    with writing():
        place = standing(number)
        authorize(policy.run, place)
        other = load(people.visible_to(me()), person)
        asked = queries.request_of(other.id, number)
        if asked:
            place.space.accept(asked, other, by=me())
    say(gettext("They are in.") if asked else gettext("They no longer ask to come in."))
    return redirect(url_for("spaces.members.index", number=number), code=303)


@bp.post("/<int:person>/refusal")
def decline(number: int, person: int) -> ResponseReturnValue:
    authorize(policy.run, standing(number))
    form = WordsForm()
    if not form.validate():
        return listed(number, status=422, refused=person, refusal=form)
    with writing():
        place = standing(number)
        authorize(policy.run, place)
        other = load(people.visible_to(me()), person)
        if asked := queries.request_of(other.id, number):
            place.space.decline(asked, other, form.words.data, by=me())
    say(gettext("They will read your answer."))
    return redirect(url_for("spaces.members.index", number=number), code=303)
