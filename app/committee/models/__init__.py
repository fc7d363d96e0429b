"""Sittings, who was there, and what was on the agenda."""

from app.committee.models.attendee import Attendee
from app.committee.models.item import Item, Source, Status
from app.committee.models.sitting import (
    LONGEST_NOTE,
    LONGEST_TITLE,
    MOST_ITEMS,
    MOST_MINUTES,
    MOST_QUORUM,
    Sitting,
)

__all__ = [
    "LONGEST_NOTE",
    "LONGEST_TITLE",
    "MOST_ITEMS",
    "MOST_MINUTES",
    "MOST_QUORUM",
    "Attendee",
    "Item",
    "Sitting",
    "Source",
    "Status",
]
