"""What the events draw into other features' pages."""

from typing import Any

from app.core.access import reader
from app.core.fragments import lasting, piece
from app.core.i18n import here_and_now
from app.events import queries, wording


def next_dates() -> str:
    """What they said yes to, or else what is to come. That is the same for all who are in the same
    circles: it is read once until something is decided, and their own by whoever ever said yes.
    """
    if not _there_are_dates():
        return ""
    if "said_yes_to_events" in reader().has and (dates := queries.expected(reader())):
        return piece("events/home/_next.html", *dates, dates=dates, wording=wording, is_theirs=True)
    return lasting("events/home/_next.html", *_alike(), read=_coming)


def next_in(space: Any) -> str:
    """The next dates of a space, on its first page."""
    if not _there_are_dates():
        return ""

    def read() -> dict[str, Any]:
        dates = queries.coming_in(reader(), space.id)
        return {"dates": dates, "wording": wording, "space": space}

    return lasting("events/spaces/_next.html", space.id, *_alike(), read=read)


def organised_by(person: Any) -> str:
    """The next dates a person organises, on their own page."""
    if not _there_are_dates():
        return ""

    def read() -> dict[str, Any]:
        return {"dates": queries.coming_by(reader(), person.id), "wording": wording}

    return lasting("events/people/_organises.html", person.id, *_alike(), read=read)


def _coming() -> dict[str, Any]:
    return {"dates": queries.coming_to_all(reader()), "wording": wording, "is_theirs": False}


def _there_are_dates() -> bool:
    return "any_dates" in reader().has


def _alike() -> tuple[Any, ...]:
    """Who is shown the same, and until when: what is over this hour is gone the next."""
    return reader().circles, here_and_now()[3]
