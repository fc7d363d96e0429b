"""Every fact that is news has its line: no feature can forget to, because none is asked to."""

from app.activity import queries
from app.activity.models import PLACING, Line
from app.core import outbox
from app.core.db import Entity, db
from app.facts import Fact, on, subjects
from app.facts.blog import PostMoved


@on(Fact)
def write_a_line(fact: Fact) -> None:
    kind, number = subjects.of(fact.subject).kind, fact.subject.id
    by = fact.actor.id if fact.ones_own and fact.actor else None
    undone = fact.undoes.__name__ if fact.undoes else ""
    if undone and (said := queries.recent(undone, kind, number, by=by, at=fact.said_at)):
        db.session.delete(said)  # taken back a moment later: not news
        return
    if not fact.news:
        return

    line = Line(
        fact=type(fact).__name__,
        actor_id=fact.actor and fact.actor.id,
        subject_kind=kind,
        subject_id=number,
        thread_kind=subjects.of(fact.thread).kind,
        thread_id=fact.thread.id,
        space_id=_place(fact.thread),
        details=fact.details(),
    )
    db.session.add(line)
    db.session.flush()
    key = f"{PLACING}:{line.id}:{line.created_at.isoformat()}"  # a number may be given again
    outbox.put(PLACING, {"line": line.id}, key=key)


@on(PostMoved)
def lines_go_with_what_they_tell_of(fact: PostMoved) -> None:
    kind = subjects.of(fact.post).kind
    db.session.execute(queries.moved(kind, fact.post.id, _place(fact.post)))


def _place(thing: Entity) -> int | None:
    """The space it stands in; none is the whole house."""
    place = subjects.of(thing).place
    return getattr(thing, place.key) if place else None
