"""Finding events, one file per question."""

from app.events.queries.calendars import date_to_write, to_write
from app.events.queries.cards import cards_of
from app.events.queries.clock import held_event, to_ask, to_extend, to_remind
from app.events.queries.dates import coming, next_of, of_event
from app.events.queries.files import (
    brought_in,
    joined,
    numbered,
    people_at,
    talked_about,
)
from app.events.queries.seats import (
    answer_of,
    answers_of,
    answers_to,
    concerned,
    concerned_by_all,
    counted,
    faces,
    held,
    held_series,
    people_by_name,
    series_answer_of,
    turn_of,
    waiting,
)
from app.events.queries.seeing import (
    LISTED,
    SEEN,
    dates_theirs,
    dates_visible_to,
    theirs,
    visible_to,
    whole,
    with_event,
)

__all__ = [
    "LISTED",
    "SEEN",
    "answer_of",
    "answers_of",
    "answers_to",
    "brought_in",
    "cards_of",
    "coming",
    "concerned",
    "concerned_by_all",
    "counted",
    "date_to_write",
    "dates_theirs",
    "dates_visible_to",
    "faces",
    "held",
    "held_event",
    "held_series",
    "joined",
    "next_of",
    "numbered",
    "of_event",
    "people_at",
    "people_by_name",
    "series_answer_of",
    "talked_about",
    "theirs",
    "to_ask",
    "to_extend",
    "to_remind",
    "to_write",
    "turn_of",
    "visible_to",
    "waiting",
    "whole",
    "with_event",
]
