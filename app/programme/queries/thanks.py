"""The thanks that the programme counts: what was said, is shown, and is not put away by whoever got
it.

COUNTED, for all of them: hidden_at IS NULL AND withdrawn_at IS NULL AND put_away_at IS NULL.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Row

from app.people.models import Person, Reader


def units_thanked(since: datetime) -> set[int]:
    """The units that somebody works in who was thanked since then.

    SELECT DISTINCT people.unit_id FROM thanks JOIN people ON people.id = thanks.receiver_id
    WHERE COUNTED AND thanks.created_at >= :since AND people.unit_id IS NOT NULL
    """
    return set()


def counts_to(person_id: int, starts: Sequence[datetime]) -> list[int]:
    """How often somebody was thanked from each of these moments to the next: one fewer than they
    are.

    SELECT CASE … END AS nth, count(*) FROM thanks WHERE COUNTED AND receiver_id = :person
    AND created_at >= :first AND created_at < :last GROUP BY 1 (as `dossiers.by_year` does)
    """
    return [0] * (len(starts) - 1)


def counts_in(unit_id: int, starts: Sequence[datetime]) -> list[int]:
    """The same, of whoever works in a unit or in what is part of it.

    … JOIN people ON people.id = thanks.receiver_id WHERE COUNTED
    AND people.unit_id IN (unit_and_below(:unit)) …
    """
    return [0] * (len(starts) - 1)


def received(
    reader: Person | Reader, person_id: int, since: datetime, until: datetime, *, most: int
) -> list[Row]:
    """The last ones somebody got in that time, as their reader sees them: rows of id, created_at,
    text, giver (a name) and habit (its name, or nothing); the latest first.

    SELECT thanks.id, thanks.created_at, thanks.text, people.name AS giver, terms.name AS habit …
    WHERE COUNTED AND SEEN (that reader) AND receiver_id = :person
    AND created_at >= :since AND created_at < :until
    ORDER BY created_at DESC, id DESC LIMIT :most
    """
    return []
