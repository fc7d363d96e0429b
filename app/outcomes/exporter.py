"""The tables as they go out: the same figures as on the page, and what was done."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from app.core.i18n import gettext, local
from app.core.tables import Cell
from app.ideas.models import Verdict
from app.outcomes import wording
from app.outcomes.queries import Areas
from app.outcomes.queries import Line as Told
from app.outcomes.reckoning import Line, Outcomes
from app.outcomes.waits import Middle

Rows = Iterator[list[Cell]]


def states_table(found: Outcomes) -> Rows:
    yield [gettext("State"), *(time.short for time in found.sides)]
    for state in Verdict:
        yield [
            gettext(wording.VERDICTS[state]),
            *(side.states[state] for side in found.total.sides),
        ]
    yield [gettext("All together"), *(side.proposed for side in found.total.sides)]


def answers_table(found: Outcomes) -> Rows:
    yield [gettext("First answer"), *(time.short for time in found.sides)]
    for answer, counts in found.answers:
        yield [gettext(wording.ANSWERS[answer]), *counts]
    middles = [side.waits.middle for side in found.total.sides]
    for nth, label in enumerate(_middle_headings()):
        yield [label, *(_middle(one)[nth] for one in middles)]


def quarters_table(found: Outcomes) -> Rows:
    yield [gettext("Quarter"), *_headings(found)]
    for line in found.quarters:
        yield [line.of.quarter, *_cells(line)]
    yield [gettext("All together"), *_cells(found.total)]


def areas_table(found: Outcomes) -> Rows:
    """Without the time to the answer: see `app.outcomes`."""
    yield [gettext("Area"), *_counted_headings(found)]
    for line in found.parts:
        yield [str(wording.area(found.areas, line.of)), *_counted(line)]
    yield [gettext("All together"), *_counted(found.total)]


TABLES = {
    "states": states_table,
    "answers": answers_table,
    "quarters": quarters_table,
    "areas": areas_table,
}


def done_table(lines: Iterable[Told], areas: Areas) -> Rows:
    yield [
        gettext("Idea"),
        gettext("What came of it"),
        gettext("Area"),
        gettext("Proposed on"),
        gettext("Done on"),
        gettext("Initiatives"),
        gettext("What has changed since"),
    ]
    for line in lines:
        idea = line.idea
        yield [
            idea.title,
            idea.result,
            str(wording.area(areas, idea.area_id)) if idea.area_id else "",
            _day(idea.created_at),
            _day(idea.since),
            "; ".join(one.title for one in line.carried),
            "; ".join(change.summary for one in line.carried for change in one.changes),
        ]


def _day(moment: datetime) -> date:
    return local(moment).date()


def _counted_headings(found: Outcomes) -> list[Cell]:
    return [
        *(f"{gettext(wording.VERDICTS[state])} ({found.sides[0].short})" for state in Verdict),
        *(f"{gettext('Proposed')} ({time.short})" for time in found.sides),
    ]


def _headings(found: Outcomes) -> list[Cell]:
    times = [f"{label} ({time.short})" for time in found.sides for label in _middle_headings()]
    return [*_counted_headings(found), *times]


def _counted(line: Line) -> list[Cell]:
    return [*line.now.states.values(), *(side.proposed for side in line.sides)]


def _cells(line: Line) -> list[Cell]:
    middles = (cell for side in line.sides for cell in _middle(side.waits.middle))
    return [*_counted(line), *middles]


def _middle_headings() -> list[str]:
    return [
        gettext("Working days, for half of them (at least)"),
        gettext("Working days, for half of them (at most)"),
        gettext("Of how many ideas (n)"),
    ]


def _middle(middle: Middle | None) -> list[Cell]:
    return ["", "", 0] if middle is None else [middle.low, middle.high, middle.n]
