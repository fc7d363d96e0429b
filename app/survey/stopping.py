"""Ending a wave: it takes no more answers, and the worker is to count those that are there."""

from app.core import outbox
from app.people.models import Person
from app.survey.models import Wave

CLOSING = "survey.closing"  # the errand


def stop(wave: Wave, *, by: Person | None) -> None:
    """In `writing()`; nobody is the clock. Raises NotNow."""
    wave.stop(by=by)
    outbox.put(CLOSING, {"wave": wave.id}, key=f"{CLOSING}:{wave.id}")
