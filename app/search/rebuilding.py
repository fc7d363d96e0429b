"""Everything into the index anew: after an import, or when words are stemmed in another way."""

from app.core import outbox
from app.core.db import db
from app.facts import subjects
from app.search.queries import some_of

A_BATCH = 200


def want(kind: str, *, key: str, after: int = 0) -> None:
    """Have the worker do it. In `writing()`."""
    outbox.put("search.rebuild", {"kind": kind, "after": after}, key=f"{key}@{after}")


def put_some(kind: str, after: int) -> int | None:
    """The next few of a kind; the number of the last of them, or None if there were none."""
    last = None
    for thing in db.session.scalars(some_of(subjects.named(kind), after, A_BATCH)):
        thing.be_found()
        last = thing.id
    return last
