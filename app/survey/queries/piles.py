"""The piles of answers: receipts, and what lies sealed."""

from collections.abc import Iterator

from sqlalchemy import delete, func, select

from app.core import inserting
from app.core.db import db
from app.survey.models import Receipt, Sealed

AT_ONCE = 1000  # rows read of a pile


def add_receipt(wave_id: int, digest: bytes) -> bool:
    """Whether it was not there: of two at once the second waits, and finds it."""
    put = inserting.once(Receipt).returning(Receipt.digest)
    return db.session.scalar(put, {"wave_id": wave_id, "digest": digest}) is not None


def drop_receipt(wave_id: int, digest: bytes) -> None:
    db.session.execute(delete(Receipt).where(Receipt.wave_id == wave_id, Receipt.digest == digest))


def drop_sealed(wave_id: int, withdrawal: bytes) -> bool:
    """Whether there was one to be found by that."""
    found = delete(Sealed).where(Sealed.wave_id == wave_id, Sealed.withdrawal == withdrawal)
    return bool(db.session.execute(found).rowcount)  # type: ignore[attr-defined]


def sealed_under(wave_id: int, withdrawal: bytes) -> bytes | None:
    """What is to be found by that, if there is anything."""
    found = select(Sealed.sealed).where(Sealed.wave_id == wave_id, Sealed.withdrawal == withdrawal)
    return db.session.scalar(found)


def count_answers(wave_id: int) -> int:
    """How many have answered: of the whole company, which is all that is told while it is open."""
    counted = select(func.count()).select_from(Receipt).where(Receipt.wave_id == wave_id)
    return db.session.scalar(counted) or 0


def sealed_of(wave_id: int) -> Iterator[bytes]:
    """What lies sealed, in the order of random keys."""
    wanted = select(Sealed.sealed).where(Sealed.wave_id == wave_id).order_by(Sealed.id)
    with db.session.scalars(wanted.execution_options(yield_per=AT_ONCE)) as rows:
        yield from rows
