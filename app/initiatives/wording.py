"""What the codes of an initiative are called, and how its days are told."""

from datetime import date
from typing import Any

from app.core.calendar import today
from app.core.i18n import N_, gettext
from app.core.i18n import date as told
from app.initiatives.models import Outcome, Review
from app.initiatives.narrowing import State

OUTCOMES: dict[Outcome, str] = {
    Outcome.CHANGED: N_("Something is different, and stays so"),
    Outcome.PARTLY: N_("Something is different, in part"),
    Outcome.NOTHING: N_("Nothing has changed"),
    Outcome.TOO_EARLY: N_("It is too early to say"),
}

REVIEWS: dict[Review, str] = {
    Review.OPEN: N_("Not looked at yet"),
    Review.CONFIRMED: N_("Confirmed"),
    Review.RETURNED: N_("Sent back"),
}

STATES: dict[State, str] = {
    State.RUNNING: N_("Going on"),
    State.ENDED: N_("Ended"),
    State.UNANSWERED: N_("What has changed is not told yet"),
}


def days(thing: Any) -> str:
    """From when to when, of anything with `starts_on` and `ends_on`."""
    if thing.ends_on is None:
        return gettext("Since %(day)s", day=told(thing.starts_on))
    if thing.ends_on == thing.starts_on:
        return told(thing.starts_on)
    return gettext("%(first)s to %(last)s", first=told(thing.starts_on), last=told(thing.ends_on))


def is_over(thing: Any) -> bool:
    """Whether its last day has come, of anything with `ends_on`."""
    last: date | None = thing.ends_on
    return last is not None and last <= today()
