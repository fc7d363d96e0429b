"""Every fact that is news has its line: no feature can forget to, because none is asked to."""

from app.activity import queries
from app.activity.models import Line
from app.core.db import db
from app.facts import Fact, on, subjects


@on(Fact)
def write_a_line(fact: Fact) -> None:
    kind, number = subjects.of(fact.subject).kind, fact.subject.id
    if fact.undoes and (said := queries.recent(fact.undoes.__name__, kind, number)):
        db.session.delete(said)  # taken back a moment later: not news
        return
    if not fact.news:
        return

    db.session.add(
        Line(
            fact=type(fact).__name__,
            actor_id=fact.actor and fact.actor.id,
            subject_kind=kind,
            subject_id=number,
            thread_kind=subjects.of(fact.thread).kind,
            thread_id=fact.thread.id,
            details=fact.details(),
        )
    )
