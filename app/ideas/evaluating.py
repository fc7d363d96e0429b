"""What is said of an idea among those who work on it. In `writing()`, the idea held.

Nothing here changes the idea's version: whoever decides is not overtaken by a note or a figure.
"""

from sqlalchemy import update

from app.core import clock
from app.core.db import db
from app.core.markdown import Rendered
from app.facts import record
from app.facts.ideas import (
    EvaluationGiven,
    EvaluatorAsked,
    EvaluatorReleased,
    NoteRemoved,
    NoteWritten,
)
from app.ideas import queries, scoring
from app.ideas.models import Evaluator, Idea, Note
from app.people.models import Person


def ask(idea: Idea, person: Person, *, by: Person) -> None:
    """They are to say what they think of it; until they have, it waits for them."""
    if db.session.get(Evaluator, (idea.id, person.id)) is None:
        db.session.add(Evaluator(idea_id=idea.id, person_id=person.id, asked_by=by.id))
        record(EvaluatorAsked(actor=by, idea=idea, person=person))


def release(idea: Idea, person: Person, *, by: Person) -> None:
    """They are asked no longer, and read no more of what is said among those who are."""
    asked = db.session.get(Evaluator, (idea.id, person.id))
    if asked is not None:
        db.session.delete(asked)
        record(EvaluatorReleased(actor=by, idea=idea, person=person))


def give(idea: Idea, *, by: Person) -> None:
    """They have said what they think."""
    asked = db.session.get(Evaluator, (idea.id, by.id))
    if asked is not None and asked.done_at is None:
        asked.done_at = clock.now()
        asker = db.session.get_one(Person, asked.asked_by)
        record(EvaluationGiven(actor=by, idea=idea, person=asker))


def take_back(idea: Idea, *, by: Person) -> None:
    """There is more to say after all: it waits for them again."""
    asked = db.session.get(Evaluator, (idea.id, by.id))
    if asked is not None:
        asked.done_at = None


def write(idea: Idea, text: str, rendered: Rendered, *, by: Person) -> Note:
    note = Note(idea_id=idea.id, author_id=by.id, text=text, html=rendered.html)
    note.html_version = rendered.version
    db.session.add(note)
    readers = tuple(sorted(queries.note_readers(idea.id) - {by.id}))
    record(NoteWritten(actor=by, idea=idea, readers=readers))
    return note


def remove(note: Note, idea: Idea, *, by: Person) -> None:
    """It is gone: nobody reads what was not meant to stay."""
    db.session.delete(note)
    record(NoteRemoved(actor=by, idea=idea))


def rate(idea: Idea, *, value: int, reach: int, effort: int) -> None:
    worth = scoring.score(value=value, reach=reach, effort=effort)
    db.session.execute(
        update(Idea)
        .where(Idea.id == idea.id)
        .values(value=value, reach=reach, effort=effort, score=worth)
        .execution_options(synchronize_session=False)
    )
    db.session.expire(idea)
