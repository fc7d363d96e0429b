"""What the committee draws into the pages of the ideas."""

from flask import render_template

from app.committee import policy, queries
from app.core.access import reader
from app.core.fragments import piece, rows


def way(triages: bool) -> str:
    """To the sessions, for whoever decides: they stand where one looks at the ideas."""
    return piece("committee/_way.html") if triages else ""


def put_on(kind: str, number: int) -> str:
    """Onto the agenda of the next one, from the page of an idea."""
    if kind != "idea" or not policy.call(reader()):
        return ""
    found = rows("committee.next", read=lambda: queries.next_ones(reader(), 1))
    if not found:
        return ""
    [following] = found
    return render_template("committee/_put_on.html", sitting=following, number=number)
