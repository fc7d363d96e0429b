"""/initiatives/<number>/updates: how it goes."""

from collections.abc import Callable

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext
from app.core.markdown import pictures
from app.core.once import made_by, remember
from app.initiatives import logbook, policy, queries
from app.initiatives.forms import UpdateForm
from app.initiatives.models import Initiative, Update
from app.initiatives.routes import page
from app.people import queries as people
from app.people.models import Person

bp = Blueprint("updates", __name__, url_prefix="/<int:number>/updates")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    authorize(policy.work_on, load(queries.visible_to(reader()), number))
    form = UpdateForm()
    if not form.validate():
        return page.shown(number, 422, update_form=form)
    with writing():
        author = load(people.visible_to(reader()), reader().id)  # one form of theirs at a time
        initiative = load(queries.visible_to(me()), number)
        authorize(policy.work_on, initiative)
        if made_by(form.once.data, author.id) is None:
            update = Update.write(initiative, form.text.data or "", form.text.rendered, by=author)
            logbook.show_pictures(initiative, by=author)
            remember(form.once.data, author.id, update.id)
    return page.answered(number)


@bp.delete("/<int:update>")
def destroy(number: int, update: int) -> ResponseReturnValue:
    _authorize(number, update, policy.remove_update)
    with writing():
        gone = _held(number, update, policy.remove_update)
        gone.remove(by=me())
        logbook.show_pictures(gone.initiative, by=me())
    undo = undoing("initiatives.updates.update", method="PUT", number=number, update=update)
    say(gettext("Taken back."), undo=undo)
    return page.answered(number)


@bp.put("/<int:update>")
def update(number: int, update: int) -> ResponseReturnValue:
    """Put back as it was."""
    _authorize(number, update, policy.put_update_back)
    with writing():
        kept = _held(number, update, policy.put_update_back)
        kept.put_back(by=me())
        logbook.show_pictures(kept.initiative, by=me(), shown_before=pictures(kept.html))
    return page.answered(number)


Rule = Callable[[Person, Initiative, Update], bool]


def _authorize(number: int, update: int, rule: Rule) -> None:
    initiative = load(queries.visible_to(reader()), number)
    authorize(rule, initiative, _update(number, update))


def _held(number: int, update: int, rule: Rule) -> Update:
    initiative = load(queries.visible_to(me()), number)
    held = _update(number, update)
    authorize(rule, initiative, held)
    return held


def _update(number: int, update: int) -> Update:
    found: Update = load(queries.updates_of(reader()), update)
    return found if found.initiative_id == number else abort(404)
