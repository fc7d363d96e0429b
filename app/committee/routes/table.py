"""/committee/<number>/table: the idea that is looked at now, for whoever leads and who follows."""

from typing import Any

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.committee import policy, queries, wording
from app.committee.forms import TableForm
from app.committee.models import Sitting, Status
from app.core.access import reader
from app.core.db import load
from app.core.hypermedia import done, view
from app.ideas import policy as ideas_policy
from app.ideas.forms import QuestionForm, filling
from app.ideas.models import Idea
from app.ideas.routes import page as idea_page

bp = Blueprint("table", __name__, url_prefix="/<int:number>/table")
PART = "committee/table/_table.html"


@bp.get("")
def show(number: int) -> ResponseReturnValue:
    sitting = load(queries.visible_to(reader()), number)
    if not sitting.is_open:
        return redirect(url_for("committee.sittings.show", number=number), code=303)
    return shown(sitting)


def shown(sitting: Sitting) -> ResponseReturnValue:
    return view("committee/table/show.html", part=PART, **read(sitting))


def answered(number: int, otherwise: str = "") -> ResponseReturnValue:
    """What is on the table after something was said."""
    sitting = load(queries.visible_to(reader()), number)
    place = otherwise or url_for("committee.table.show", number=number)
    return done(PART, otherwise=place, **read(sitting))


def refused(sitting: Sitting, status: int, **more: Any) -> ResponseReturnValue:
    """`more` is the form that was sent, in the place of an empty one, and why it did not do."""
    context = read(sitting) | more
    return view("committee/table/show.html", part=PART, status=status, **context)


def moved(number: int, form: Any) -> ResponseReturnValue:
    """What they wrote stands above what is on the table now."""
    return refused(load(queries.visible_to(reader()), number), 409, moved=form)


def read(sitting: Sitting) -> dict[str, Any]:
    """What a table shows: its agenda, who is there, and its idea as its own page tells it."""
    lines, present = queries.agenda(sitting, reader()), queries.attendees(sitting.id)
    here = next((line for line in lines if line.idea_id == sitting.idea_id), None)
    undoable = [line for line in lines if line.can_be_undone]
    context: dict[str, Any] = {
        "sitting": sitting,
        "lines": lines,
        "line": here,
        "present": present,
        "is_quorate": len(present) >= sitting.quorum,
        "leads": policy.lead(reader(), sitting),
        "waiting": sum(line.waits for line in lines),
        "seen": sum(line.status is not Status.WAITING for line in lines),
        "last": max(undoable, key=lambda line: (line.settled_at, line.id), default=None),
        "wording": wording,
        "idea": None,
        "rival": None,
        "mine": None,
        "moved": None,
    }
    if here and here.is_open:
        context |= idea_page.read(here.idea_id)
    if context["idea"] and context["leads"]:
        context |= forms(context["idea"], present)
    return context


def forms(idea: Idea, present: list[Any]) -> dict[str, Any]:
    asks = ideas_policy.ask(reader(), idea)
    return {
        "templates": filling.offered(idea),
        "form": TableForm.at_table(idea, present),
        "question": QuestionForm(formdata=None) if asks else None,
    }
