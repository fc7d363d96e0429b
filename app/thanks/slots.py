"""What thanks draw into other features' pages."""

from typing import Any

from flask import render_template

from app.catalogue.speaking import name
from app.core.access import reader
from app.core.fragments import piece
from app.thanks import queries


def received_by(person: Any) -> str:
    """The last few that somebody was given, on their own page: the same for everybody."""
    page = queries.received_lately(person.id)
    return render_template("thanks/profiles/_received.html", page=page, person=person, name_of=name)


def thank(person: Any) -> str:
    """From somebody's page to thanking them."""
    if person.id == reader().id or person.disabled_at:
        return ""
    return render_template("thanks/profiles/_way.html", person=person)


def way() -> str:
    """From where people and what they do are listed, to all thanks."""
    return piece("thanks/_way.html")
