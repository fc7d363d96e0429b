"""What the programme draws into other features' pages."""

from typing import Any

from flask import render_template

from app.core.access import reader
from app.people.models import Role
from app.people.queries import roles_in
from app.programme import policy


def dossier(person: Any) -> str:
    """The way to what an ambassador did: for themselves, and for governance."""
    is_one = Role.AMBASSADOR in roles_in(person.roles)
    if not is_one or not policy.read_dossier(reader(), person):
        return ""
    return render_template("programme/people/_way.html", person=person)
