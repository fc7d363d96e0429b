"""Which ambassador is nearest to whoever asks for help: a pure calculation.

In this order, and the next rule only among those whom the one before leaves alike:

1. who coaches the unit that asks; who works in it;
2. who coaches the unit it is part of; who works in that; and so on to the top of the house;
3. who works in the same place;
4. who speaks the language of whoever asks;
5. who has the fewest requests waiting;
6. who has been an ambassador for longest, and of those of one day the one who came first.

`docs/decisions/ambassadors.md` says why.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

FAR = 10_000  # steps: whoever has nothing to do with any of the units above


@dataclass(frozen=True)
class Asker:
    person_id: int
    units: tuple[int, ...] = ()  # the unit that asks, the one it is part of, and so on upwards
    location_id: int | None = None
    language: str = ""


@dataclass(frozen=True)
class Candidate:
    """Somebody who is an ambassador and still here."""

    person_id: int
    since: date
    unit_id: int | None = None
    location_id: int | None = None
    speaks: frozenset[str] = frozenset()
    coaches: frozenset[int] = frozenset()
    waiting: int = 0


def nearest(
    asker: Asker, candidates: Iterable[Candidate], *, but: Collection[int] = ()
) -> int | None:
    """The number of the person; none where nobody is left. Never whoever asks, nor one of `but`."""
    left = [one for one in candidates if one.person_id not in {asker.person_id, *but}]
    return min(left, key=lambda one: _distance(asker, one)).person_id if left else None


def _distance(asker: Asker, one: Candidate) -> tuple:
    return (
        _steps(asker, one),
        not _is_in_the_same_place(asker, one),
        asker.language not in one.speaks,
        one.waiting,
        one.since,
        one.person_id,
    )


def _steps(asker: Asker, one: Candidate) -> int:
    """Two for each unit upwards; coaching one is a step nearer than working in it."""
    for up, unit in enumerate(asker.units):
        if unit in one.coaches:
            return 2 * up
        if unit == one.unit_id:
            return 2 * up + 1
    return FAR


def _is_in_the_same_place(asker: Asker, one: Candidate) -> bool:
    return asker.location_id is not None and asker.location_id == one.location_id
