"""What the page of the figures is drawn from."""

from collections.abc import Iterable
from functools import partial
from typing import Any, NamedTuple

from app.core.calendar import today
from app.core.charts import GAP, WIDTH, length
from app.ideas.models import Verdict
from app.outcomes import links, queries, wording
from app.outcomes.queries import Areas
from app.outcomes.reckoning import Line, Outcomes, Side

LATEST = 6  # done ones on the page of the figures


class Piece(NamedTuple):
    state: Verdict
    times: int
    step: str  # its colour
    x: float
    width: float


def pictured(found: Outcomes) -> dict[str, Any]:
    latest = queries.done_ideas(found.period, found.areas.within(found.area), size=LATEST)
    return {
        "found": found,
        "lines": queries.lines(latest.rows),
        "drawn": drawn,
        "length": length,
        "most": most,
        "most_answers": max((max(counts) for _, counts in found.answers), default=0),
        "this_year": today().year,
        "address": partial(links.figures, area=found.area),
        **spoken(found.areas),
    }


def spoken(areas: Areas) -> dict[str, Any]:
    """What every page about the outcomes says things with."""
    return {"links": links, "wording": wording, "area_of": partial(wording.area, areas)}


def most(lines: Iterable[Line]) -> int:
    """The longest bar that a picture of these lines has."""
    return max((side.proposed for line in lines for side in line.sides), default=0)


def drawn(side: Side, longest: int) -> list[Piece]:
    """The states of one time beside one another, with what there is of them."""
    shown = [(one, side.states[one]) for one in wording.STEPS if side.states[one]]
    room = (WIDTH - GAP * len(wording.STEPS)) / WIDTH
    pieces, x = [], 0.0
    for state, count in shown:
        width = round(length(count, longest) * room, 1)
        pieces.append(Piece(state, count, wording.STEPS[state], round(x, 1), width))
        x += width + GAP
    return pieces
