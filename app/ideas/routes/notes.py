"""/ideas/<number>/notes: what those who work on an idea write for one another."""

from flask import Blueprint, abort, redirect, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say, view
from app.core.i18n import gettext
from app.core.once import made_by, remember
from app.ideas import evaluating, policy, queries
from app.ideas.forms import EvaluationForm, NoteForm
from app.ideas.models import Idea

bp = Blueprint("notes", __name__, url_prefix="/<int:number>/notes")


@bp.get("")
def index(number: int) -> ResponseReturnValue:
    return page(load(queries.worked_on_by(reader()), number))


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    idea = load(queries.worked_on_by(reader()), number)
    authorize(policy.note, idea)
    form = NoteForm()
    if not form.validate():
        return page(idea, form, status=422)

    with writing():
        idea = load(queries.worked_on_by(me()), number)
        authorize(policy.note, idea)
        if made_by(form.once.data, me().id) is None:
            note = evaluating.write(idea, form.text.data, form.text.rendered, by=me())
            remember(form.once.data, me().id, note.id)
    return redirect(url_for("ideas.notes.index", number=number), code=303)


@bp.delete("/<int:note>")
def destroy(number: int, note: int) -> ResponseReturnValue:
    idea = load(queries.worked_on_by(reader()), number)
    with writing():
        idea = load(queries.worked_on_by(me()), number)
        found = queries.note_of(number, note) or abort(404)
        authorize(policy.remove_note, found)
        evaluating.remove(found, idea, by=me())
    say(gettext("The note is gone."))
    return redirect(url_for("ideas.notes.index", number=number), code=303)


def page(
    idea: Idea,
    form: NoteForm | None = None,
    *,
    evaluation: EvaluationForm | None = None,
    status: int = 200,
) -> ResponseReturnValue:
    return view(
        "ideas/notes/index.html",
        part="ideas/notes/_notes.html",
        status=status,
        idea=idea,
        work=queries.work_on(reader(), idea),
        note_form=form or NoteForm(formdata=None),
        evaluation=evaluation or EvaluationForm(formdata=None),
    )
