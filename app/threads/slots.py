"""The line that runs through a thing, on its page."""

from flask import render_template

from app.core.access import reader
from app.core.db import Entity
from app.core.fragments import piece, rows
from app.facts import subjects
from app.facts.stages import WORDS, Stage
from app.threads import line, policy, queries
from app.threads.models import RELATIONS


def thread(thing: Entity) -> str:
    """Nothing, where it is tied to nothing its reader sees. Whether it is tied at all is asked once
    for all who read it, while nothing is decided; then one query for each of them.
    """
    subject = subjects.of(thing)
    kind, number = subject.kind, thing.id
    if not rows("threads.tied", kind, number, read=lambda: (queries.is_tied(kind, number),))[0]:
        return ""
    found = line.through(
        (subject.kind, thing.id),
        getattr(thing, subject.title.key),
        queries.hanging_together(reader(), subject.kind, thing.id),
    )
    return render_template(
        "threads/_thread.html",
        line=found,
        kind=subject.kind,
        number=thing.id,
        relations=RELATIONS,
        words=WORDS,
        may_untie=lambda tie: policy.untie(reader(), tie),
    )


def way(kind: str, number: int) -> str:
    """To tie a thing that leads on; what is only said is tied from there."""
    stage = subjects.named(kind).stage
    if stage is None or stage is Stage.HEARD:
        return ""
    return piece("threads/_way.html", kind, number, kind=kind, number=number)
