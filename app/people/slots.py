"""What people draw into other pages."""

from typing import Any

from flask import render_template

from app.core import clock
from app.people import queries
from app.people.letters import queries as letters


def new_faces() -> str:
    """Who has joined lately, so that somebody says hello."""
    return render_template("people/home/_new_faces.html", faces=queries.newest())


def letters_to(person: Any) -> str:
    """For the administration: how far an invitation is, and what can be sent to them."""
    return render_template(
        "people/letters/_to.html",
        person=person,
        letters=letters.on_their_way(person.id),
        now=clock.now(),
    )
