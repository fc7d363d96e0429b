"""Which thanks a list shows, as its address says it: `?habit=`, `?unit=`, `?to=`, `?by=`,
`?before=`. What nobody could have meant is not there.
"""

from dataclasses import dataclass, replace
from typing import Any

from werkzeug.datastructures import MultiDict

from app.core.db import HIGHEST
from app.core.paging import begun

NEWEST = HIGHEST


@dataclass(frozen=True)
class Narrowing:
    habit: int | None = None  # a term of the catalogue
    unit: int | None = None  # of whoever was thanked, with what is below it
    to: int | None = None
    by: int | None = None
    before: int = NEWEST

    @property
    def is_narrowed(self) -> bool:
        return replace(self, before=NEWEST) != Narrowing()

    @property
    def is_first(self) -> bool:
        return self.before == NEWEST

    @property
    def in_address(self) -> dict[str, Any]:
        """For the address of another page of the same list."""
        return {"habit": self.habit, "unit": self.unit, "to": self.to, "by": self.by}

    def is_of(self, person_id: int) -> bool:
        """Whether all of them are theirs, so that they see those that others do not."""
        return person_id in (self.to, self.by)

    def is_counted_for(self, person_id: int) -> bool:
        """What somebody else was given, or gave, is nobody's score."""
        return {self.to, self.by} <= {None, person_id}


def read(args: MultiDict[str, str]) -> Narrowing:
    return Narrowing(
        habit=_number(args, "habit"),
        unit=_number(args, "unit"),
        to=_number(args, "to"),
        by=_number(args, "by"),
        before=begun(args, "before", NEWEST),
    )


def _number(args: MultiDict[str, str], name: str) -> int | None:
    number = args.get(name, type=int)
    return number if number is not None and 0 < number <= HIGHEST else None
