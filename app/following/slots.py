"""The button that stands beside a title."""

from flask import render_template

from app.core.access import reader
from app.facts import subjects
from app.following import queries


def button(kind: str, number: int) -> str:
    """To follow a thing, or no longer: one query. Nobody follows themself."""
    if not subjects.named(kind).may_follow or (kind, number) == ("person", reader().id):
        return ""
    follows, muted = queries.standing(reader().id, kind, number)
    return render_template(
        "following/_button.html", kind=kind, number=number, follows=follows, muted=muted
    )
