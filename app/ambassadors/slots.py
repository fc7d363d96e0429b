"""What the ambassadors draw into other features' pages."""

from typing import Any

from app.ambassadors import policy, queries
from app.core.access import reader
from app.core.calendar import today
from app.core.fragments import lasting


def on_page_of(person: Any) -> str:
    """That a person is an ambassador, or was, with what they know: on their own page."""
    is_mine, governs = reader().id == person.id, policy.govern(reader())

    def read() -> dict[str, Any]:
        return {
            "person": person,
            "offices": queries.offices_of(person.id),
            "is_mine": is_mine,
            "governs": governs,
            "is_here": not person.disabled_at,
        }

    key = (person.id, is_mine, governs, today())
    return lasting("ambassadors/people/_office.html", *key, read=read)
