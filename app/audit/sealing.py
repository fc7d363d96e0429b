"""Sealing: the worker ties what was written to everything before it.

Not in the transaction that writes: each would wait for the one before, everywhere.
"""

from collections.abc import Iterable

from app.audit import digests, queries
from app.audit.models import Seal
from app.core import clock, jobs
from app.core.db import db, leave, writing
from app.core.i18n import N_

BATCH = 1000


class _Taken(Exception):
    """Another worker is sealing the same entries."""


@jobs.every(minutes=1, words=N_("Seal the audit"))
def seal() -> None:
    """Seal whatever is not yet sealed, however late it was committed and whatever its number.

    Each entry is taken from the list of what waits by exactly one seal.
    """
    while entries := queries.unsealed(BATCH):
        numbers = [entry.id for entry in entries]
        digest = digests.of_entries(entries)
        leave()
        try:
            with writing(shown=False):
                _seal(numbers, digest)
        except _Taken:
            return


def _seal(numbers: list[int], digest: str) -> None:
    if queries.take(numbers) != len(numbers):
        raise _Taken
    last = queries.last_seal()
    new = Seal(
        id=last.id + 1 if last else 1,
        created_at=clock.now(),
        spans=spans(numbers),
        count=len(numbers),
        entries=digest,
        previous=last.digest if last else digests.FIRST,
    )
    new.digest = digests.of_seal(new)
    db.session.add(new)


def spans(numbers: Iterable[int]) -> list[list[int]]:
    """Ascending numbers as runs of neighbours: 1, 2, 3, 7 are [[1, 3], [7, 7]]."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return runs
