"""What the page of an idea shows, and the answer to whatever changed one."""

from typing import Any

from flask import url_for
from flask.typing import ResponseReturnValue

from app.catalogue.labels import labels
from app.catalogue.speaking import name
from app.core.access import reader
from app.core.db import load
from app.core.hypermedia import done, view
from app.ideas import policy, queries
from app.ideas.forms import CompletionForm, ReopeningForm
from app.ideas.models import Idea, StepKind
from app.ideas.routes import decision, desk
from app.ideas.wording import KINDS, STEPS, VERDICTS


def read(number: int) -> dict[str, Any]:
    """What a page about one idea needs, read anew: at most one query for each part of it."""
    idea = load(queries.with_names(reader()), number)
    history = queries.history(number)
    return {
        "idea": idea,
        "verdicts": VERDICTS,
        "kinds": KINDS,
        "merging": _merging(idea, history),
        "together": queries.together_with(idea),
        "supporters": queries.supporters(idea, reader()),
        "history": history,
        "steps": STEPS,
        "name_of": name,
        "address": url_for("ideas.ideas.show", number=number, _external=True),
        **labels("idea", number),
        **_forms(idea),
        **decision.shown(idea, history),
        **desk.shown(idea),
    }


def shown(number: int, status: int = 200, **more: Any) -> ResponseReturnValue:
    """`more` is a form that was refused, in the place of an empty one."""
    context = read(number) | more
    return view("ideas/ideas/show.html", part="ideas/ideas/_idea.html", status=status, **context)


def answered(number: int) -> ResponseReturnValue:
    otherwise = url_for("ideas.ideas.show", number=number)
    return done("ideas/ideas/_idea.html", otherwise=otherwise, **read(number))


def supported(number: int) -> ResponseReturnValue:
    """The buttons, and the faces that stand elsewhere on the page."""
    idea = load(queries.visible_to(reader()), number)
    return done(
        "ideas/support/_support.html",
        otherwise=url_for("ideas.ideas.show", number=number),
        also=["ideas/supporters/_supporters.html"],
        idea=idea,
        supporters=queries.supporters(idea, reader()),
    )


def _merging(idea: Idea, history: list[Any]) -> queries.Merging:
    """Asked only where its history says that there is any."""
    if idea.is_merged or any(step.kind is StepKind.RECEIVED for step in history):
        return queries.merging_of(reader(), idea)
    return queries.Merging(None, [])


def _forms(idea: Idea) -> dict[str, Any]:
    return {
        "completion": CompletionForm(formdata=None) if policy.complete(reader(), idea) else None,
        "reopening": ReopeningForm(formdata=None) if policy.reopen(reader(), idea) else None,
    }
