"""What the administration draws into other pages."""

from typing import Any

from flask import render_template

from app.core.access import reader
from app.people import policy


def way_to_the_account(person: Any) -> str:
    """From somebody's page to what they are trusted with, for whoever may look at that."""
    if not policy.look_at(reader(), person):
        return ""
    return render_template("admin/people/_way.html", person=person)
