"""/ideas: reading ideas, and proposing them."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import Overtaken, load, writing
from app.core.freshness import reading
from app.core.hypermedia import say
from app.core.i18n import gettext, language
from app.core.once import made_by, remember
from app.drafts.continuing import gone_on_with
from app.drafts.keeping import finish
from app.facts import origins
from app.ideas import policy, proposing, queries
from app.ideas.forms import EditIdeaForm, NewIdeaForm
from app.ideas.models import ORIGINS, IdeaKind, Voice
from app.ideas.routes import board, editor, page
from app.ideas.routes.similar import found_for
from app.people import queries as people

bp = Blueprint("ideas", __name__)


@bp.get("")
@reading
def index() -> ResponseReturnValue:
    return board.index()


@bp.get("/<int:number>")
@reading
def show(number: int) -> ResponseReturnValue:
    return page.shown(number)


@bp.get("/new")
def new() -> ResponseReturnValue:
    """Perhaps `?from=post:7`, and `?kind=try` for its template."""
    authorize(policy.submit)
    came_from = request.args.get("from", "")
    form = gone_on_with(NewIdeaForm) or NewIdeaForm(
        formdata=None,
        kind=request.args.get("kind", IdeaKind.FIX, type=IdeaKind),
        language=language(),
        terms=request.args.getlist("term", type=int),
        came_from=came_from if origins.of(came_from, reader(), kinds=ORIGINS) else "",
    )
    return editor.new(form)


@bp.post("")
def create() -> ResponseReturnValue:
    authorize(policy.submit)
    form = NewIdeaForm()
    if "preview" in request.form:
        return editor.new(form, preview=form.preview())
    if "similar" in request.form:
        return editor.new(form, similar=found_for(form.title.data or "", form.problem.data or ""))
    if not form.validate():
        return editor.new(form, 422)

    voice = form.voice.data
    with writing():
        author = load(people.visible_to(reader()), reader().id)  # one form of theirs at a time
        authorize(policy.submit)
        number = made_by(form.once.data, author.id)
        if number is None:
            whose = form.behalf_of.data if voice is Voice.COLLEAGUE else None
            idea = proposing.propose(
                form.manuscript,
                by=author,
                voice=voice,
                behalf_of=people.person(whose) if whose else None,
                came_from=origins.of(form.came_from.data, me(), kinds=ORIGINS),
            )
            number = idea.id
            finish(form.draft.data, by=author)
            remember(form.once.data, author.id, number)
    say(gettext("Proposed: everybody can read it, and support it."))
    return page.answered(number)


@bp.get("/<int:number>/edit")
def edit(number: int) -> ResponseReturnValue:
    idea = load(queries.visible_to(reader()), number)
    authorize(policy.edit, idea)
    form = gone_on_with(EditIdeaForm) or EditIdeaForm.of(idea)
    return editor.edit(idea, form)


@bp.put("/<int:number>")
def update(number: int) -> ResponseReturnValue:
    idea = load(queries.visible_to(reader()), number)
    authorize(policy.edit, idea)
    form = EditIdeaForm()
    form.has_stood(idea.title, idea.problem, idea.audience, idea.change)
    if "preview" in request.form:
        return editor.edit(idea, form, preview=form.preview())
    if not form.validate():
        return editor.edit(idea, form, 422)

    manuscript = form.manuscript
    try:
        with writing():
            idea = load(queries.visible_to(me()), number, version=form.version.data)
            authorize(policy.edit, idea)
            proposing.change(idea, manuscript, by=me())
            finish(form.draft.data, by=me())
    except Overtaken:
        idea = load(queries.visible_to(reader()), number)
        if not manuscript.says_the_same_as(idea):
            return editor.overtaken(idea, form)
    say(gettext("Saved."))
    return page.answered(number)
