"""The tables of the programme as they go out: the same figures as on its pages."""

from collections.abc import Iterable, Iterator

from app.catalogue.categories import CATEGORIES
from app.core.i18n import gettext
from app.core.tables import Cell
from app.programme import wording
from app.programme.covering import Coverage
from app.programme.measures import MEASURES
from app.programme.reckoning import Line, Programme, measured
from app.programme.stages import stages

Rows = Iterator[list[Cell]]


def stages_table(found: Programme) -> Rows:
    yield [gettext("Stage"), gettext("What is counted"), *_times(found)]
    for stage, figures in stages(found):
        for figure in figures:
            yield [gettext(wording.STAGES[stage]), figure.label, *figure.counts]


def categories_table(found: Programme) -> Rows:
    yield [gettext("Category"), *_headings(found)]
    for line in found.categories:
        yield [gettext(CATEGORIES[line.of]), *_cells(line)]
    yield [gettext("All together"), *_cells(found.total)]


def quarters_table(found: Programme) -> Rows:
    yield [gettext("Quarter"), *_headings(found)]
    for line in found.quarters:
        yield [line.of.quarter, *_cells(line)]
    yield [gettext("All together"), *_cells(found.total)]


def units_table(found: Programme) -> Rows:
    yield [gettext("Unit"), *_headings(found)]
    for line in found.parts:
        yield [line.of.name, *_cells(line)]
    yield [found.unit.name if found.unit else gettext("The whole house"), *_cells(found.total)]


def outcomes_table(found: Programme) -> Rows:
    yield [gettext("Days after the end"), gettext("What was told"), *_times(found)]
    for told in found.outcomes:
        for outcome, counts in told.counts.items():
            yield [told.after, gettext(wording.OUTCOMES[outcome]), *counts]


TABLES = {
    "stages": stages_table,
    "categories": categories_table,
    "quarters": quarters_table,
    "units": units_table,
    "outcomes": outcomes_table,
}


def coverage_table(lines: Iterable[Coverage]) -> Rows:
    yield [
        gettext("Unit"),
        gettext("Depth"),
        gettext("People who work there"),
        gettext("Ambassadors in office"),
        gettext("Has an ambassador"),
        gettext("An ambassador of it did something in the last 90 days"),
        gettext("Somebody was thanked in the last 90 days"),
    ]
    for line in lines:
        checks = [gettext("yes") if one else gettext("no") for one in line.checks]
        yield [line.unit.name, line.depth, line.heads, line.ambassadors, *checks]


def _times(found: Programme) -> list[Cell]:
    return [time.short for time in found.sides]


def _headings(found: Programme) -> list[Cell]:
    return [
        f"{gettext(label)} ({time.short})" for label in MEASURES.values() for time in found.sides
    ]


def _cells(line: Line) -> list[Cell]:
    return [cell for pair in measured(line) for cell in pair]
