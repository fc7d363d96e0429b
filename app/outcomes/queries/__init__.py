"""What became of the ideas, one file per question."""

from app.outcomes.queries.areas import Areas, areas
from app.outcomes.queries.counting import Cell, Waiting, cells, done, waiting
from app.outcomes.queries.lines import Line, lines
from app.outcomes.queries.lists import PAGE, count, count_done, done_ideas, every_done, ideas

__all__ = [
    "PAGE",
    "Areas",
    "Cell",
    "Line",
    "Waiting",
    "areas",
    "cells",
    "count",
    "count_done",
    "done",
    "done_ideas",
    "every_done",
    "ideas",
    "lines",
    "waiting",
]
