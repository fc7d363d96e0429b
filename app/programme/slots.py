"""What the programme draws into other features' pages."""

from typing import Any

from flask import render_template

from app.core.access import reader
from app.people.models import Role
from app.people.queries import roles_in
from app.programme import policy, queries


def dossier(person: Any) -> str:
    """The way to what somebody did as an ambassador: for themselves, and for governance."""
    if not policy.read_dossier(reader(), person):
        return ""
    is_one = Role.AMBASSADOR in roles_in(person.roles)
    if not is_one and not queries.has_a_dossier(person.id):
        return ""
    return render_template("programme/people/_way.html", person=person)
