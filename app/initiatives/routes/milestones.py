"""/initiatives/<number>/milestones: what one sees from afar."""

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.core.once import made_by, remember
from app.initiatives import policy, queries
from app.initiatives.forms import MilestoneForm
from app.initiatives.models import MOST_MILESTONES, Milestone
from app.initiatives.routes import page
from app.people import queries as people

bp = Blueprint("milestones", __name__, url_prefix="/<int:number>/milestones")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    authorize(policy.work_on, load(queries.visible_to(reader()), number))
    form = MilestoneForm()
    if not form.validate():
        return page.shown(number, 422, milestone_form=form)
    with writing():
        author = load(people.visible_to(reader()), reader().id)  # one form of theirs at a time
        initiative = load(queries.visible_to(me()), number)
        authorize(policy.work_on, initiative)
        is_new = made_by(form.once.data, author.id) is None
        has_room = not is_new or len(initiative.milestones) < MOST_MILESTONES
        if has_room and is_new:
            place = max((one.position for one in initiative.milestones), default=0) + 1
            initiative.milestones.append(
                Milestone(title=form.title.data or "", due_on=form.due_on.data, position=place)
            )
            remember(form.once.data, author.id, number)
    if not has_room:
        form.form_errors.append(gettext("It has twenty milestones already: take one away first."))
        return page.shown(number, 422, milestone_form=form)
    return page.answered(number)


@bp.delete("/<int:milestone>")
def destroy(number: int, milestone: int) -> ResponseReturnValue:
    authorize(policy.work_on, load(queries.visible_to(reader()), number))
    with writing():
        initiative = load(queries.visible_to(me()), number)
        authorize(policy.work_on, initiative)
        gone = queries.milestone(initiative, milestone) or abort(404)
        gone.miss(by=me())
        initiative.milestones.remove(gone)
    say(gettext("The milestone is gone."))
    return page.answered(number)
