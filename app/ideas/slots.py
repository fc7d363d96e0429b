"""What the ideas draw into other features' pages."""

from flask import render_template

from app.core.access import reader
from app.core.fragments import piece
from app.facts import origins, subjects
from app.ideas import queries
from app.ideas.models import ORIGINS
from app.ideas.queries import Mine


def propose(kind: str, number: int) -> str:
    """The way from what somebody said to an idea of one's own: the same for everybody."""
    if kind not in ORIGINS:
        return ""
    name, is_said = origins.named(kind, number), subjects.named(kind).is_said
    return piece("ideas/origins/_way.html", name, name=name, is_said=is_said)


def waiting() -> str:
    """The idea that waits for whoever reads, offered where one asks what to do next. One query, and
    none where nothing waits.
    """
    if not queries.WAITS & reader().has:
        return ""
    rows = queries.mine(reader(), Mine.WAITING, size=1).rows
    return render_template("ideas/home/_waiting.html", idea=rows[0]) if rows else ""
