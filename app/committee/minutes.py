"""The minutes («acta») of a sitting: who was there, what became of each idea, why, who carries it
and until when. They are read from what was decided; nobody writes them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from app.committee import queries
from app.committee.models import Sitting, Status
from app.committee.queries import Line
from app.ideas.models import Verdict
from app.people.models import Person, Reader


@dataclass(frozen=True)
class Minutes:
    sitting: Sitting
    present: Sequence[Any]  # rows of people, as they came
    decided: Sequence[Line]
    asked: Sequence[Line]
    parked: Sequence[Line]
    unseen: Sequence[Line]  # what nobody came to

    @property
    def is_quorate(self) -> bool:
        return len(self.present) >= self.sitting.quorum

    @property
    def took(self) -> timedelta | None:
        """From the first to the last minute, on the clock of the wall."""
        if self.sitting.opened_at is None or self.sitting.closed_at is None:
            return None
        return self.sitting.closed_at - self.sitting.opened_at

    @property
    def talked(self) -> Sequence[Line]:
        """Whatever somebody said something of."""
        return [*self.decided, *self.asked, *self.parked]

    def counts(self) -> dict[Verdict, int]:
        """How many ideas went where; what nothing went to is left out."""
        found = {one: sum(line.verdict is one for line in self.decided) for one in Verdict}
        return {one: count for one, count in found.items() if count}


def read(sitting: Sitting, person: Person | Reader) -> Minutes:
    """As this person reads them: two statements, however much was decided."""
    lines = queries.agenda(sitting, person)
    by_status = {one: [line for line in lines if line.status is one] for one in Status}
    said = sorted(by_status[Status.DECIDED], key=lambda line: (line.settled_at, line.id))
    return Minutes(
        sitting,
        queries.attendees(sitting.id),
        said,
        by_status[Status.ASKED],
        by_status[Status.PARKED],
        by_status[Status.WAITING],
    )
