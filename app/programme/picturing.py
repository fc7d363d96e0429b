"""What the page of the figures is drawn from."""

from functools import partial
from typing import Any

from app.catalogue.categories import CATEGORIES
from app.core.calendar import today
from app.core.charts import bar, length
from app.programme import links, wording
from app.programme.measures import MEASURES
from app.programme.reckoning import Line, Programme, measured
from app.programme.stages import stages

DONE = ("events", "initiatives")  # what a bar of activity is made of, one beside the other


def pictured(found: Programme) -> dict[str, Any]:
    return {
        "found": found,
        "stages": stages(found),
        "links": links,
        "wording": wording,
        "measures": MEASURES,
        "measured": measured,
        "categories": CATEGORIES,
        "bar": bar,
        "drawn": drawn,
        "this_year": today().year,
        "address": partial(links.figures, unit=found.unit.id if found.unit else None),
    }


def drawn(lines: list[Line], found: Programme) -> list[tuple[Line, dict[str, Any]]]:
    """Each line with its bars beside those of the others: what was done, and whom it reached."""
    most, reached = found.most(lines, *DONE), found.most(lines, "reached")
    return [
        (
            line,
            {
                "done": [[length(side.of(one), most) for one in DONE] for side in line.sides],
                "reached": [length(side.reached, reached) for side in line.sides],
            },
        )
        for line in lines
    ]
