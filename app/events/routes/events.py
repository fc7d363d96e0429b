"""/events: what takes place, and announcing it."""

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from app.attachments.routes.covers import bring
from app.core.access import authorize, me, reader
from app.core.db import Overtaken, load, writing
from app.core.freshness import reading
from app.core.hypermedia import say
from app.core.i18n import gettext, language
from app.core.limits import accepts
from app.core.once import made_by, remember
from app.drafts.continuing import gone_on_with
from app.drafts.keeping import finish
from app.events import announcing, policy, queries
from app.events.forms import EditEventForm, NewEventForm
from app.events.routes import agenda, editor, page
from app.people import queries as people
from app.spaces.places import writable

bp = Blueprint("events", __name__)


@bp.get("")
@reading
def index() -> ResponseReturnValue:
    return agenda.index()


@bp.get("/<int:number>")
def show(number: int) -> ResponseReturnValue:
    """With its next date, or the last one it had."""
    load(queries.visible_to(reader()), number)
    return page.shown(queries.next_of(number) or 0)


@bp.get("/new")
def new() -> ResponseReturnValue:
    """Perhaps `?like=7`, to begin with another one."""
    authorize(policy.announce)
    form = gone_on_with(NewEventForm)
    if form is None and (like := request.args.get("like", type=int)):
        event = load(queries.whole(reader()), like)
        authorize(policy.copy, event)
        form = NewEventForm.like(event)
    if form is None:
        form = NewEventForm(
            formdata=None, language=language(), space=request.args.get("space", type=int)
        )
    return editor.new(form)


@bp.post("")
@accepts(megabytes=12)
def create() -> ResponseReturnValue:
    authorize(policy.announce)
    form = NewEventForm()
    bring(form)
    if "preview" in request.form:
        return editor.new(form, preview=form.text.validate(form))
    if not form.validate():
        return editor.new(form, 422)

    manuscript = form.manuscript
    with writing():
        author = load(people.visible_to(reader()), reader().id)  # one form of theirs at a time
        authorize(policy.announce)
        number = made_by(form.once.data, author.id)
        if number is None:
            writable(form.space.data)
            event = announcing.announce(manuscript, by=author)
            number = event.id
            finish(form.draft.data, by=author)
            remember(form.once.data, author.id, number)
    say(gettext("Announced: people can join from now on."))
    return page.answered(number)


@bp.get("/<int:number>/edit")
def edit(number: int) -> ResponseReturnValue:
    event = load(queries.whole(reader()), number)
    authorize(policy.edit, event)
    form = gone_on_with(EditEventForm) or EditEventForm.of(event)
    form.keep_rule(event)
    return editor.edit(event, form)


@bp.put("/<int:number>")
@accepts(megabytes=12)
def update(number: int) -> ResponseReturnValue:
    event = load(queries.whole(reader()), number)
    authorize(policy.edit, event)
    form = EditEventForm()
    form.keep_rule(event)
    form.has_stood(event.title, event.text, event.place)
    bring(form)
    if "preview" in request.form:
        return editor.edit(event, form, preview=form.text.validate(form))
    if not form.validate():
        return editor.edit(event, form, 422)

    manuscript = form.manuscript
    try:
        with writing():
            event = load(queries.visible_to(me()), number, version=form.version.data)
            authorize(policy.edit, event)
            announcing.change(event, manuscript, by=me())
            finish(form.draft.data, by=me())
    except Overtaken:
        event = load(queries.whole(reader()), number)
        if not manuscript.says_the_same_as(event):
            return editor.overtaken(event, form)
    say(gettext("Saved."))
    return page.answered(number)


def address(number: int) -> str:
    return url_for("events.events.show", number=number)
