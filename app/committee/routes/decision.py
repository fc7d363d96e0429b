"""/committee/<number>/decision: what becomes of the idea on the table, and taking that back."""

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from app.committee import policy, queries, settling
from app.committee.forms import TableForm
from app.committee.models import Sitting, Status
from app.committee.routes import table
from app.committee.routes.seat import Moved, held, held_item, is_at
from app.core.access import authorize, me, reader
from app.core.db import Overtaken, db, load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.ideas import policy as ideas_policy
from app.ideas import queries as ideas
from app.ideas.forms import filling
from app.ideas.models import Idea
from app.ideas.routes.decision import meant, standing
from app.ideas.wording import VERDICTS
from app.people.models import Person

bp = Blueprint("decision", __name__, url_prefix="/<int:number>/decision")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    """`?idea=` is the one they had on screen."""
    sitting = load(queries.visible_to(reader()), number)
    authorize(policy.call)
    wanted = request.args.get("idea", type=int) or abort(404)
    idea = load(ideas.visible_to(reader()), wanted)
    form = _form(sitting, idea)
    if not is_at(sitting, idea):
        return table.moved(number, form)
    if filling.is_asked():
        filling.fill(form.words, idea)
        return table.refused(sitting, 200, form=form)
    if not form.validate():
        return table.refused(sitting, 422, form=form)
    decision = form.decision
    owner = form.owner.data if form.owner.raw_data else idea.owner_id
    until = form.until.data if form.until.raw_data else idea.target_on
    try:
        with writing():
            item = held_item(number, wanted)
            idea = load(ideas.visible_to(me()), wanted, version=form.version.data)
            if not ideas_policy.decide(me(), idea):
                raise Moved
            named = db.session.get(Person, owner) if owner else None
            settling.decide(item, decision, owner=named, until=until, by=me())
            title = idea.title
    except Moved:
        return table.moved(number, form)
    except Overtaken:
        return _overtaken(number, wanted)
    verdict = gettext(VERDICTS[decision.verdict])
    say(gettext("“%(title)s” is now in: %(verdict)s", title=title, verdict=verdict))
    return table.answered(number)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    """Of `?item=`: it is on the table again, as it was."""
    sitting = load(queries.visible_to(reader()), number)
    authorize(policy.call)
    wanted = request.args.get("item", type=int)
    try:
        with writing():
            sitting = held(number)
            item = sitting.named(wanted) or abort(404)
            load(ideas.visible_to(me()), item.idea_id)  # held, as long as this takes
            stays = item.status is Status.ASKED
            settling.take_back(item, by=me())
    except Moved:
        say(gettext("You do not have the chair: nothing was undone."))
        return table.answered(number)
    except Overtaken:
        say(gettext("Another decision was taken since, so nothing was undone."))
        return table.answered(number)
    if stays:
        say(gettext("It is on the table again. Its author was asked already, and that stays."))
    else:
        say(gettext("Undone: it is on the table again."))
    return table.answered(number)


def _form(sitting: Sitting, idea: Idea) -> TableForm:
    form: TableForm = TableForm().about(idea)
    form.among(queries.attendees(sitting.id), idea)
    return form


def _overtaken(number: int, wanted: int) -> ResponseReturnValue:
    """Somebody decided it on the board meanwhile: both on one screen, mine in the form."""
    sitting = load(queries.visible_to(reader()), number)
    idea = load(ideas.with_names(reader()), wanted)
    form = _form(sitting, idea)
    if not is_at(sitting, idea):
        return table.moved(number, form)
    form.validate()
    mine = meant(form, form.decision)
    form.face(idea)
    return table.refused(sitting, 409, form=form, rival=standing(idea), mine=mine)
