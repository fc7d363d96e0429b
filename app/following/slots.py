"""The button that stands beside a title."""

from typing import Any

from app.core.access import reader
from app.core.fragments import piece
from app.facts import subjects
from app.following import queries


def button(kind: str, number: int) -> str:
    """To follow a thing, or no longer: one query. Nobody follows themself."""
    if not subjects.named(kind).may_follow or (kind, number) == ("person", reader().id):
        return ""
    follows, muted = queries.standing(reader().id, kind, number)
    shown: dict[str, Any] = {"kind": kind, "number": number, "follows": follows, "muted": muted}
    return piece("following/_button.html", *shown.values(), **shown)
