"""Answering, and taking it back. Nothing is recorded: who answered, and when, is nobody's news.

All of it in `writing(shown=False)`, so that not even the count of decisions moves.
"""

from sqlalchemy.exc import NoResultFound

from app.core.db import db
from app.survey import keys, queries, sealing
from app.survey.models import NotNow, Receipt, Sealed, Wave
from app.survey.sealing import Answered


class AlreadyAnswered(Exception):
    """One person, one answer."""


class NoSuchAnswer(Exception):
    """Nothing of this person's lies there under that code."""


def cast(wave_id: int, answered: Answered, *, by: int, code: str) -> None:
    """Put an answer on the pile. `by` is a person's number; what is written carries no trace of it
    that can be read without the key.

    Raises NotNow when the wave takes no answers (any more), AlreadyAnswered, keys.KeyLost.
    """
    wave = _open(wave_id)
    if not wave.takes_answers:
        raise NotNow(wave.state)
    key = keys.read(wave.key_name)
    if not queries.add_receipt(wave_id, sealing.receipt(key, by)):
        raise AlreadyAnswered
    db.session.add(
        Sealed(
            wave_id=wave_id,
            sealed=sealing.seal(key, answered),
            withdrawal=sealing.withdrawal(key, by, code),
        )
    )


def withdraw(wave_id: int, code: str, *, by: int) -> None:
    """The answer and its receipt go, and the person may answer again. What has been cast may be
    taken back for as long as it lies sealed, even after the last day to cast.

    Raises NotNow, NoSuchAnswer, keys.KeyLost.
    """
    wave = _open(wave_id)
    key = keys.read(wave.key_name)
    if not queries.drop_sealed(wave_id, sealing.withdrawal(key, by, code)):
        raise NoSuchAnswer
    queries.drop_receipt(wave_id, sealing.receipt(key, by))


def has_answered(wave: Wave, person_id: int) -> bool:
    """Asked at each request and never kept. False where the key is lost: nobody can know."""
    if not keys.is_there(wave.key_name):
        return False
    digest = sealing.receipt(keys.read(wave.key_name), person_id)
    return db.session.get(Receipt, (wave.id, digest)) is not None


def cast_before(wave: Wave, *, by: int, code: str) -> Answered | None:
    """What lies there of somebody's under that code: the same form may have been sent twice."""
    if not keys.is_there(wave.key_name):
        return None
    key = keys.read(wave.key_name)
    sealed = queries.sealed_under(wave.id, sealing.withdrawal(key, by, code))
    return sealing.unseal(key, sealed) if sealed else None


def _open(wave_id: int) -> Wave:
    """The wave, which stays open until this answer is in: closing waits for it."""
    try:
        wave = queries.hold_shared(wave_id)
    except NoResultFound:
        raise NotNow from None
    if not wave.is_open:
        raise NotNow(wave.state)
    return wave
