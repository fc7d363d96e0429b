"""What people draw into other pages."""

from typing import Any

from flask import render_template

from app.core import clock, settings
from app.core.fragments import lasting
from app.core.i18n import N_
from app.people import queries
from app.people.letters import queries as letters

settings.declare(
    "home.new_faces",
    int,
    4,
    N_("New faces"),
    family=N_("The home page"),
    help=N_("How many of those who joined last stand on the home page. With 0, nobody does."),
    least=0,
    most=12,
)


def new_faces() -> str:
    """Who has joined lately, so that somebody says hello."""
    return lasting("people/home/_new_faces.html", read=_newest)


def letters_to(person: Any) -> str:
    """For the administration: how far an invitation is, and what can be sent to them."""
    return render_template(
        "people/letters/_to.html",
        person=person,
        letters=letters.on_their_way(person.id),
        now=clock.now(),
    )


def _newest() -> dict[str, Any]:
    limit = settings.get("home.new_faces")
    return {"faces": queries.newest(limit=limit) if limit else []}
