"""What the page of a date shows once its doors are open: who came, what was agreed, how it was."""

from typing import Any

from app.core.access import reader
from app.events import opinions, policy, queries
from app.events.forms import FeedbackForm
from app.events.models import Occurrence


def read(occurrence: Occurrence) -> dict[str, Any]:
    """At most one query for each part, and none for a date that is still to come."""
    number = occurrence.id
    counts = occurrence.has_opened and policy.see_attendance(reader(), occurrence.event)
    return {
        "attendance": queries.attendance_of(reader().id, number) if occurrence.has_opened else None,
        "tally": queries.tally(number) if counts else None,
        "minutes": queries.minutes_of(number) if occurrence.has_begun else None,
        "photos": (
            queries.photos(number, size=queries.FEW_PHOTOS) if occurrence.has_begun else None
        ),
        **_opinions(occurrence),
    }


def _opinions(occurrence: Occurrence) -> dict[str, Any]:
    """What may be told of how it was, and the form of whoever is asked."""
    if not occurrence.is_over or occurrence.is_off:
        return {"told": None, "opinion": None, "mine": None}
    answered = queries.feedback(reader().id, occurrence.id)
    may = policy.answer_feedback(reader(), occurrence, answered.may)
    mine, words = answered.mine, answered.my_words
    return {
        "told": opinions.told(answered.asked, answered.by_worth, knows_own=mine is not None),
        "opinion": FeedbackForm(formdata=None, worth=mine, words=words) if may else None,
        "mine": mine,
    }
