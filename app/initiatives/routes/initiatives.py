"""/initiatives: what was done, and logging it."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.attachments.routes.covers import bring
from app.core.access import authorize, me, reader
from app.core.db import Overtaken, load, writing
from app.core.freshness import reading
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext
from app.core.limits import accepts
from app.core.once import made_by, remember
from app.initiatives import logbook, origins, policy, queries
from app.initiatives.forms import EditForm, LogForm
from app.initiatives.routes import editor, listing, page
from app.people import queries as people

bp = Blueprint("initiatives", __name__)


@bp.get("")
@reading
def index() -> ResponseReturnValue:
    return listing.shown()


@bp.get("/<int:number>")
@reading
def show(number: int) -> ResponseReturnValue:
    return page.shown(number)


@bp.get("/new")
def new() -> ResponseReturnValue:
    """Perhaps `?from=idea:7`, to carry it out, or `?like=last`, to log the same again."""
    authorize(policy.log)
    last = queries.last_logged(reader().id) if request.args.get("like") == "last" else None
    if last is not None:
        return editor.new(LogForm.like(last))
    name = request.args.get("from", "")
    origin = origins.of(name, reader())
    title = origins.title_of(origin) if origin else ""
    return editor.new(LogForm.of_today(title=title, came_from=name if origin else ""))


@bp.post("")
@accepts(megabytes=12)
def create() -> ResponseReturnValue:
    authorize(policy.log)
    form = LogForm()
    bring(form)
    if not form.validate():
        return editor.new(form, 422)

    manuscript = form.manuscript
    with writing():
        author = load(people.visible_to(reader()), reader().id)  # one form of theirs at a time
        authorize(policy.log)
        number = made_by(form.once.data, author.id)
        is_new = number is None
        if number is None:
            came_from = origins.of(form.came_from.data, me())
            number = logbook.log(manuscript, by=author, came_from=came_from).id
            remember(form.once.data, author.id, number)
    undo = undoing("initiatives.withdrawal.create", method="POST", number=number) if is_new else ""
    say(gettext("Logged. What came of it can be told whenever you like."), undo=undo)
    return page.answered(number)


@bp.get("/<int:number>/edit")
def edit(number: int) -> ResponseReturnValue:
    initiative = load(queries.whole(reader()), number)
    authorize(policy.edit, initiative)
    return editor.edit(initiative, EditForm.of(initiative))


@bp.put("/<int:number>")
@accepts(megabytes=12)
def update(number: int) -> ResponseReturnValue:
    initiative = load(queries.whole(reader()), number)
    authorize(policy.edit, initiative)
    form = EditForm()
    form.keep(initiative)
    form.has_stood(initiative.title, initiative.text, initiative.result)
    bring(form)
    if "preview" in request.form:
        return editor.edit(initiative, form, preview=form.text.validate(form))
    if not form.validate():
        return editor.edit(initiative, form, 422)

    manuscript = form.manuscript
    try:
        with writing():
            initiative = load(queries.visible_to(me()), number, version=form.version.data)
            authorize(policy.edit, initiative)
            logbook.change(initiative, manuscript, by=me())
    except Overtaken:
        initiative = load(queries.whole(reader()), number)
        if not manuscript.says_the_same_as(initiative):
            return editor.overtaken(initiative, form)
    say(gettext("Saved."))
    return page.answered(number)
