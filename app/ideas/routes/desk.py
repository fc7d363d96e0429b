"""/ideas/<number>/desk: who works on an idea, and until when."""

from typing import Any

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.core.access import authorize, reader
from app.core.db import load
from app.core.fields import line
from app.core.hypermedia import view
from app.ideas import policy, queries
from app.ideas.forms import EvaluationForm, NoteForm, TargetForm
from app.ideas.models import Idea
from app.people import queries as people

bp = Blueprint("desk", __name__, url_prefix="/<int:number>/desk")

LONGEST_NAME = 120  # letters somebody looks for
MOST_FOUND = 12


@bp.get("")
def show(number: int) -> ResponseReturnValue:
    """Whoever is looked for by name stands below, with a button for what they are to do."""
    idea = load(queries.visible_to(reader()), number)
    authorize(policy.work, idea)
    return page(idea)


def page(idea: Idea, form: TargetForm | None = None, status: int = 200) -> ResponseReturnValue:
    words = line(request.args.get("q", ""))[:LONGEST_NAME]
    return view(
        "ideas/desk/show.html",
        part="ideas/desk/_work.html",
        status=status,
        idea=idea,
        form=form or TargetForm(formdata=None, obj=idea),
        words=words,
        found=people.directory(words=words).rows[:MOST_FOUND] if words else [],
        work=queries.work_on(reader(), idea),
        names=queries.names_of(idea.owner_id),
    )


def shown(idea: Idea) -> dict[str, Any]:
    """What the page of an idea says of it, with two queries at most."""
    work = queries.work_on(reader(), idea)
    return {
        "work": work,
        "names": queries.names_of(idea.owner_id, idea.answered_by),
        "note_form": NoteForm(formdata=None) if work.may_read else None,
        "evaluation": EvaluationForm(formdata=None) if work.mine else None,
    }
