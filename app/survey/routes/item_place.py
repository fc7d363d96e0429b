"""/survey/waves/<number>/items/<item>/place: where a question stands among the others."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import done
from app.survey import asking, policy, queries
from app.survey.forms import StepForm
from app.survey.routes import items
from app.survey.wording import ASKED

bp = Blueprint("item_place", __name__, url_prefix="/waves/<int:number>/items/<int:item>/place")


@bp.put("")
def update(number: int, item: int) -> ResponseReturnValue:
    """One step up or down. Without one, it is only looked where it stands."""
    authorize(policy.edit, load(queries.waves(reader()), number))
    form = StepForm()
    step = form.step.data if form.validate() else None
    with writing():
        wave = load(queries.waves(me()), number)
        authorize(policy.edit, wave)
        asked = load(queries.items_of(number), item)
        asking.move(wave, asked, step or 0)
        stands = asked.position
    return done(
        "survey/items/_items.html",
        otherwise=items.place(number, item),
        wave=load(queries.waves(reader()), number),
        stands=stands,
        aside=queries.set_aside_of(number),
        **ASKED,
    )
