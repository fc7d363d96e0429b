"""Putting errands in, and what people decide about them. All of it inside `writing()`."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, update

from app.core import clock, inserting, queue
from app.core.db import db, is_writing
from app.core.outbox.models import Errand, State

REMEMBERED = timedelta(days=30)  # how long the key of what was done keeps it from being done again
MOST_AT_ONCE = 500  # rows of one statement


def put(kind: str, payload: dict[str, Any], *, key: str, due: datetime | None = None) -> None:
    """One more errand, in the transaction that wants it. The same key twice is one errand.

    Raises RuntimeError outside `writing()`.
    """
    put_many(kind, [(key, payload)], due=due)


def put_many(
    kind: str, errands: Iterable[tuple[str, dict[str, Any]]], *, due: datetime | None = None
) -> None:
    """Many errands of one kind, as (key, payload): a few statements, however many they are."""
    if not is_writing():
        raise RuntimeError("an errand belongs to the transaction that wants it: open writing()")
    db.session.flush()
    rows = [
        {"kind": kind, "key": key, "payload": payload, "due_at": due} for key, payload in errands
    ]
    for begin in range(0, len(rows), MOST_AT_ONCE):
        some = rows[begin : begin + MOST_AT_ONCE]
        db.session.execute(inserting.once(Errand), some)
    queue.wake_after_commit()


def cancel(key: str) -> bool:
    """What has not been done will not be done; False if it is too late, or there is none."""
    changed = db.session.execute(
        update(Errand)
        .where(Errand.key == key, Errand.state.in_([State.WAITING, State.PARKED, State.HELD]))
        .values(state=State.CANCELLED, ended_at=clock.now())
    )
    return bool(changed.rowcount)  # type: ignore[attr-defined]


def retry(errand: Errand) -> None:
    """Somebody mended what was wrong: it is tried again at once, as if for the first time."""
    errand.state, errand.attempts, errand.due_at = State.WAITING, 0, None
    errand.leased_until, errand.ended_at = None, None
    queue.wake_after_commit()


def retry_all(kind: str) -> int:
    """The same for everything of a kind that is parked; how many they are."""
    retried = db.session.execute(
        update(Errand)
        .where(Errand.state == State.PARKED, Errand.kind == kind)
        .values(state=State.WAITING, attempts=0, due_at=None, leased_until=None, ended_at=None)
    )
    queue.wake_after_commit()
    return retried.rowcount  # type: ignore[attr-defined]


def discard(errand: Errand) -> None:
    """Nobody needs it done any more."""
    errand.state, errand.ended_at = State.CANCELLED, clock.now()


def take_up(errand: Errand) -> None:
    """Take a discarded errand up again: it waits where it was parked."""
    errand.state, errand.ended_at = State.PARKED, None


def hold() -> int:
    """Keep everything that waits from being done, until `release()`; how many they are."""
    return _move(State.WAITING, State.HELD)


def release() -> int:
    """Let everything go that was held; how many they are."""
    queue.wake_after_commit()
    return _move(State.HELD, State.WAITING)


def sweep() -> None:
    """Forget what was done or cancelled long ago."""
    ended = Errand.state.in_([State.DONE, State.CANCELLED])
    db.session.execute(delete(Errand).where(ended, Errand.ended_at < clock.now() - REMEMBERED))


def _move(of: State, to: State) -> int:
    moved = db.session.execute(
        update(Errand).where(Errand.state == of).values(state=to, leased_until=None)
    )
    return moved.rowcount  # type: ignore[attr-defined]
