from app.activity.models import Line
from app.core.db import db, writing
from app.facts import subjects


def make_line(fact, about, *, actor=None, **details):
    """A line as a listener of yesterday may have left it, with any details."""
    kind = subjects.of(about).kind
    line = Line(
        fact=fact,
        actor_id=actor and actor.id,
        subject_kind=kind,
        subject_id=about.id,
        thread_kind=kind,
        thread_id=about.id,
        details=details,
    )
    with writing():
        db.session.add(line)
    return line
