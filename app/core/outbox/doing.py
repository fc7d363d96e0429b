"""Doing errands: taken on lease one at a time, done outside any transaction, and ticked off.

Killed between the two, an errand is done again when its lease is over. So what it does is done
under its key: a file has that name, a letter that Message-ID, a row that key.
"""

import random
from collections.abc import Callable
from datetime import timedelta

import structlog
from sqlalchemy import update

from app.core import clock
from app.core.db import db, leave, writing
from app.core.outbox import queries
from app.core.outbox.models import LEASE, LONGEST_REASON, Errand, State

MOST_ATTEMPTS = 8  # over about nine hours: then somebody has to look
MOST_CALLS = 24  # where somebody outside does not answer: about four days, a long weekend
FIRST_WAIT = 10  # seconds; four times as long after every failure,
LONGEST_WAIT = 6 * 3600  # but never longer

log = structlog.get_logger()

Handler = Callable[[Errand], None]
_handlers: dict[str, Handler] = {}
_words: dict[str, str] = {}


class Hopeless(Exception):
    """It will never succeed, however often it is tried: say why."""


class Unreachable(Exception):
    """Somebody outside does not answer: whatever else goes their way can wait as well."""


def handles(kind: str, words: str = "") -> Callable[[Handler], Handler]:
    """Register who does errands of a kind. It is called outside any transaction, and perhaps
    more than once for one errand; what it raises is written down, and it is tried again later.

    `words` is a message of the catalogue: what the kind is called where people read of it.
    """

    def register(handler: Handler) -> Handler:
        _handlers[kind], _words[kind] = handler, words
        return handler

    return register


def called(kind: str) -> str:
    """What a kind of errand is called: a message of the catalogue, or its own name."""
    return _words.get(kind) or kind


def drain(unless: Callable[[], bool] = lambda: False) -> int:
    """Do everything that is due, unless told to stop; how many errands were taken on.

    Who cannot reach somebody outside is not asked again in this round: their errands wait, and
    nobody else waits for them.
    """
    taken, tired = 0, set[str]()
    while not unless() and (errand := _take_on(tired)):
        taken += 1
        if _do(errand):
            tired.add(errand.kind)
    return taken


def _take_on(tired: set[str]) -> Errand | None:
    """The next errand that is due, on lease, and let go of by the session."""
    is_any = queries.next_due(tired)  # most looks find nothing, and need not write
    leave()
    if is_any is None:
        return None
    with writing(shown=False):
        errand = queries.next_due(tired)
        if errand is None:
            return None
        errand.leased_until = clock.now() + LEASE
        errand.attempts += 1
        db.session.flush()
        db.session.refresh(errand)
        db.session.expunge(errand)
    return errand


def _do(errand: Errand) -> bool:
    """Try once, and write down what became of it; whether somebody outside does not answer."""
    try:
        if errand.attempts > MOST_CALLS:
            raise Hopeless("It was begun too often and never came to an end.")
        handler = _handlers.get(errand.kind)
        if handler is None:
            raise Hopeless(f"Nobody here knows how to do {errand.kind}.")
        handler(errand)
    except Exception as error:
        db.session.rollback()
        _fail(errand, error)
        return isinstance(error, Unreachable)
    _settle(errand, state=State.DONE, ended_at=clock.now(), reason="")
    return False


def _fail(errand: Errand, error: Exception) -> None:
    known = isinstance(error, (Hopeless, Unreachable))
    reason = str(error) if known else f"{type(error).__name__}: {error}"
    most = MOST_CALLS if isinstance(error, Unreachable) else MOST_ATTEMPTS
    is_over = isinstance(error, Hopeless) or errand.attempts >= most
    log.warning(
        "errand",
        kind=errand.kind,
        id=errand.id,
        attempts=errand.attempts,
        parked=is_over,
        exc_info=None if known else error,
    )
    if is_over:
        _settle(errand, state=State.PARKED, ended_at=clock.now(), reason=reason[:LONGEST_REASON])
    else:
        wait = min(FIRST_WAIT * 4 ** (errand.attempts - 1), LONGEST_WAIT)
        due = clock.now() + timedelta(seconds=wait * random.uniform(0.8, 1.2))
        _settle(errand, due_at=due, reason=reason[:LONGEST_REASON])


def _settle(errand: Errand, **values: object) -> None:
    """Unless somebody has decided otherwise meanwhile, or another worker has it by now."""
    with writing(shown=False):
        db.session.execute(
            update(Errand)
            .where(
                Errand.id == errand.id,
                Errand.state == State.WAITING,
                Errand.attempts == errand.attempts,
            )
            .values(leased_until=None, **values)
        )
