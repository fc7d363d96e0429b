"""What the initiatives draw into other features' pages."""

from typing import Any

from flask import render_template

from app.core.access import reader
from app.core.calendar import today
from app.core.db import db
from app.core.fragments import lasting, piece
from app.core.i18n import here_and_now
from app.facts import subjects
from app.facts.origins import named
from app.initiatives import origins, policy, queries, wording


def carry_out(kind: str, number: int) -> str:
    """The way from what was agreed to an initiative. The page has read the thing already."""
    if kind not in origins.KINDS or not policy.log(reader()):
        return ""
    thing = db.session.get(subjects.named(kind).model, number)
    if thing is None or not origins.is_agreed(thing):
        return ""
    name = named(kind, number)
    return piece("initiatives/origins/_way.html", name, name=name)


def owned_by(person: Any) -> str:
    """The latest initiatives somebody looks after, on their own page."""
    if not _there_are_initiatives():
        return ""

    def read() -> dict[str, Any]:
        rows = queries.of_owner(person.id, limit=5)
        return {"rows": rows, "person": person, "wording": wording}

    return lasting("initiatives/people/_owned.html", person.id, here_and_now()[2], read=read)


def unanswered() -> str:
    """What the clock has asked of whoever reads, offered where one asks what to do next. One query,
    and none where nothing waits.
    """
    if "changes_to_tell" not in reader().has:
        return ""
    rows = queries.unanswered_of(reader().id)
    if not rows:
        return ""
    days = (today() - rows[0].ends_on).days
    return render_template("initiatives/home/_unanswered.html", change=rows[0], days=days)


def _there_are_initiatives() -> bool:
    return "any_initiatives" in reader().has
