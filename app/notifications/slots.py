"""The bell, at the top of a phone and at the foot of the rail."""

from typing import Any

from flask import request

from app.core.access import reader
from app.core.fragments import piece
from app.notifications.audience import counted


def bell() -> str:
    """How much is unread came along with who reads: it asks nothing."""
    return piece("notifications/_bell.html", unread(), unread=unread())


def watch() -> str:
    """Once in a page: it looks now and then whether the bell rings."""
    return piece("notifications/_watch.html")


def unread() -> int:
    return reader().count("notifications")


def tab() -> str:
    """One's wishes, among the pages about oneself."""
    is_here = request.blueprint == "notifications.wishes"
    return piece("notifications/wishes/_tab.html", is_here, is_here=is_here)


def audience(form: Any) -> str:
    """Beside the button that publishes: how many will hear of it."""
    tags = (form.tags.data or "").split(",")
    space = form["space"].data if "space" in form else None
    people = counted(reader(), tags, int(space) if space and str(space).isdecimal() else None)
    return piece("notifications/audience/_audience.html", people, people=people)
