"""What the page of an initiative shows, and the answer to whatever changed one."""

from typing import Any

from flask import url_for
from flask.typing import ResponseReturnValue

from app.catalogue.labels import labels
from app.core.access import reader
from app.core.db import load
from app.core.hypermedia import done, view
from app.initiatives import policy, queries, wording
from app.initiatives.forms import MilestoneForm, ReviewForm, UpdateForm

PART = "initiatives/initiatives/_initiative.html"


def read(number: int) -> dict[str, Any]:
    """What the page needs, read anew: at most one query for each part of it."""
    initiative = load(queries.whole(reader()), number)
    works = policy.work_on(reader(), initiative)
    return {
        "initiative": initiative,
        "milestones": queries.milestones_of(number),
        "updates": queries.updates(number),
        "changes": queries.changes_of(number),
        "milestone_form": MilestoneForm(formdata=None) if works else None,
        "update_form": UpdateForm(formdata=None) if works else None,
        "review_form": (ReviewForm(formdata=None) if policy.review(reader(), initiative) else None),
        "wording": wording,
        **labels("initiative", number),
    }


def shown(number: int, status: int = 200, **more: Any) -> ResponseReturnValue:
    """`more` is a form that was refused, in the place of an empty one."""
    context = read(number) | more
    return view("initiatives/initiatives/show.html", part=PART, status=status, **context)


def answered(number: int) -> ResponseReturnValue:
    """After a change."""
    return done(PART, otherwise=address(number), **read(number))


def address(number: int) -> str:
    return url_for("initiatives.initiatives.show", number=number)
