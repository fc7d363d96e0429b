"""What the ambassadors draw into other features' pages."""

from typing import Any

from flask import render_template

from app.ambassadors import policy, queries
from app.core.access import reader


def on_page_of(person: Any) -> str:
    """That a person is an ambassador, or was, with what they know: on their own page. One query."""
    return render_template(
        "ambassadors/people/_office.html",
        person=person,
        offices=queries.offices_of(person.id),
        is_mine=reader().id == person.id,
        governs=policy.govern(reader()),
        is_here=not person.disabled_at,
    )
