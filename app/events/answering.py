"""Saying how a date was. In `writing()`."""

from app.core.db import db
from app.events import queries
from app.events.models import Feedback, Occurrence
from app.people.models import Person


def say_how_it_was(occurrence: Occurrence, *, worth: int, words: str, by: Person) -> None:
    """Once for each person: said again, it takes the place of what they said before. `worth` is
    from LEAST_WORTH to MOST_WORTH.
    """
    given = queries.feedback_of(by.id, occurrence.id)
    if given is None:
        given = Feedback(occurrence_id=occurrence.id, person_id=by.id)
        db.session.add(given)
    given.answer(worth, words)
