"""What activity draws into other features' pages."""

from typing import Any

from flask import render_template, request

from app.activity import telling
from app.activity.queries import NEWEST
from app.core.access import reader
from app.core.paging import begun


def in_space(space: Any) -> str:
    """What has happened in one space, from `before` back: its own page says so."""
    before = begun(request.args, "before", NEWEST)
    stream = telling.stream(reader(), before=before, space=space.id)
    return render_template("activity/spaces/_activity.html", stream=stream, space=space)
