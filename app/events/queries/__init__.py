"""Finding events, one file per question."""

from app.events.queries.attendance import (
    Tally,
    Who,
    by_code,
    counted_by_name,
    is_code_taken,
    participant_count,
    participants,
    tally,
)
from app.events.queries.calendars import date_to_write, to_write
from app.events.queries.cards import cards_of
from app.events.queries.clock import held_event, to_ask, to_extend, to_remind
from app.events.queries.dates import coming, next_of, of_event
from app.events.queries.feedback import (
    Answered,
    feedback,
    feedback_of,
    feedback_words,
)
from app.events.queries.minutes import (
    minutes_of,
    minutes_revision,
    minutes_revisions,
    minutes_said,
)
from app.events.queries.photos import FEW as FEW_PHOTOS
from app.events.queries.photos import photo, photo_keys, photo_of_picture, photos
from app.events.queries.presence import attendance_of, was_there, were_there
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
    "FEW_PHOTOS",
    "LISTED",
    "SEEN",
    "Answered",
    "Tally",
    "Who",
    "answer_of",
    "answers_of",
    "answers_to",
    "attendance_of",
    "by_code",
    "cards_of",
    "coming",
    "concerned",
    "concerned_by_all",
    "counted",
    "counted_by_name",
    "date_to_write",
    "dates_theirs",
    "dates_visible_to",
    "faces",
    "feedback",
    "feedback_of",
    "feedback_words",
    "held",
    "held_event",
    "held_series",
    "is_code_taken",
    "minutes_of",
    "minutes_revision",
    "minutes_revisions",
    "minutes_said",
    "next_of",
    "of_event",
    "participant_count",
    "participants",
    "people_by_name",
    "photo",
    "photo_keys",
    "photo_of_picture",
    "photos",
    "series_answer_of",
    "tally",
    "theirs",
    "to_ask",
    "to_extend",
    "to_remind",
    "to_write",
    "turn_of",
    "visible_to",
    "waiting",
    "was_there",
    "were_there",
    "whole",
    "with_event",
]
