"""What the figures and the lists behind them are narrowed to, as an address says it: `?year=` or
`?quarter=`, `?area=` (0: none), `?state=`, `?answer=`, `?timed=1`. What nobody could have meant is
not there.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from werkzeug.datastructures import MultiDict

from app.core import periods
from app.core.db import HIGHEST
from app.core.periods import Period
from app.ideas.models import Verdict
from app.outcomes.waits import Answer

NO_AREA = 0  # in the place of an area: ideas that have none


@dataclass(frozen=True)
class Narrowing:
    period: Period
    area: int | None = None
    state: Verdict | None = None
    answer: Answer | None = None
    is_timed: bool = False  # only those of which the time to the answer says something

    @property
    def in_address(self) -> dict[str, Any]:
        said = {
            **self.period.in_address,
            "area": self.area,
            "state": self.state and self.state.value,
            "answer": self.answer and self.answer.value,
            "timed": 1 if self.is_timed else None,
        }
        return {name: value for name, value in said.items() if value is not None}


def read(args: MultiDict[str, str], today: date) -> Narrowing:
    area = args.get("area", type=int)
    return Narrowing(
        period=periods.read(args, today),
        area=area if area is not None and NO_AREA <= area <= HIGHEST else None,
        state=args.get("state", type=Verdict),
        answer=args.get("answer", type=Answer),
        is_timed=args.get("timed") == "1",
    )
