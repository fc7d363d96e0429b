"""What one asks about sittings, one file per question."""

from app.committee.queries.agenda import Line, agenda, attendees
from app.committee.queries.listing import PAGE, all_held, held, next_ones, upcoming
from app.committee.queries.seeing import SEEN, everybody, theirs, visible_to, whole
from app.committee.queries.sources import candidates, found_by_words, on_agendas, waiting_counts
from app.committee.queries.unfinished import left_alone, untold

__all__ = [
    "PAGE",
    "SEEN",
    "Line",
    "agenda",
    "all_held",
    "attendees",
    "candidates",
    "everybody",
    "found_by_words",
    "held",
    "left_alone",
    "next_ones",
    "on_agendas",
    "theirs",
    "untold",
    "upcoming",
    "visible_to",
    "waiting_counts",
    "whole",
]
