"""Finding people, their units and their open sessions: one file per question."""

from app.people.queries.accounts import (
    by_email,
    failures,
    is_anybody_here,
    open_sessions,
    person,
    visible_to,
)
from app.people.queries.listing import (
    CARDS,
    PAGE,
    by_name,
    card,
    count,
    directory,
    narrowed,
    newest,
)
from app.people.queries.places import location_called, locations, unit_and_below, unit_called, units
from app.people.queries.trusted import HOLDERS, holders, one_change_at_a_time, with_roles
from app.people.queries.who_asks import READER, ROLES, reader, readers, roles_in

__all__ = [
    "CARDS",
    "HOLDERS",
    "PAGE",
    "READER",
    "ROLES",
    "by_email",
    "by_name",
    "card",
    "count",
    "directory",
    "failures",
    "holders",
    "is_anybody_here",
    "location_called",
    "locations",
    "narrowed",
    "newest",
    "one_change_at_a_time",
    "open_sessions",
    "person",
    "reader",
    "readers",
    "roles_in",
    "unit_and_below",
    "unit_called",
    "units",
    "visible_to",
    "with_roles",
]
