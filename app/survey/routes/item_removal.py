"""/survey/waves/<number>/items/<item>/removal: no more asked, and asked again."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.survey import asking, policy, queries
from app.survey.routes import items

bp = Blueprint("item_removal", __name__, url_prefix="/waves/<int:number>/items/<int:item>/removal")


@bp.post("")
def create(number: int, item: int) -> ResponseReturnValue:
    authorize(policy.edit, load(queries.waves(reader()), number))
    with writing():
        wave = load(queries.waves(me()), number)
        authorize(policy.edit, wave)
        asking.set_aside(wave, load(queries.items_of(number), item))
    undo = url_for("survey.item_removal.destroy", number=number, item=item)
    say(gettext("It is no more asked."), undo=f"{undo}?_method=DELETE")
    return redirect(url_for("survey.waves.show", number=number, _anchor="items"), code=303)


@bp.delete("")
def destroy(number: int, item: int) -> ResponseReturnValue:
    authorize(policy.edit, load(queries.waves(reader()), number))
    try:
        with writing():
            wave = load(queries.waves(me()), number)
            authorize(policy.edit, wave)
            asking.bring_back(wave, load(queries.items_of(number), item))
    except asking.TooMany:
        say(gettext("There is one of its kind already, or there are as many as people bear."))
    else:
        say(gettext("It is asked again."))
    return redirect(items.place(number, item), code=303)
