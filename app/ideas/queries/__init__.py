"""Finding ideas, one file per question."""

from app.ideas.queries.board import (
    LIST,
    cards,
    columns,
    counts,
    group_title,
    owners,
    person_name,
    wanted,
    whole,
)
from app.ideas.queries.cards import cards_of, newest
from app.ideas.queries.groups import (
    groups,
    groups_visible_to,
    hold_grouped,
    ideas_in,
    like_the_group,
    together_with,
)
from app.ideas.queries.history import last_decision, last_step
from app.ideas.queries.merging import (
    Merging,
    hold,
    holding,
    merged_into,
    merging_of,
    supporters_of,
    trees,
)
from app.ideas.queries.mine import WAITS, Mine, counts_of_mine, mine
from app.ideas.queries.seeing import LISTED, SEEN, theirs, visible_to, with_names
from app.ideas.queries.steps import decision_in, history
from app.ideas.queries.supporting import (
    Supporters,
    supporters,
    supporters_by_name,
    supports_of,
)
from app.ideas.queries.working import (
    Work,
    names_of,
    note_of,
    note_readers,
    work_on,
    worked_on_by,
)

__all__ = [
    "LIST",
    "LISTED",
    "SEEN",
    "WAITS",
    "Merging",
    "Mine",
    "Supporters",
    "Work",
    "cards",
    "cards_of",
    "columns",
    "counts",
    "counts_of_mine",
    "decision_in",
    "group_title",
    "groups",
    "groups_visible_to",
    "history",
    "hold",
    "hold_grouped",
    "holding",
    "ideas_in",
    "last_decision",
    "last_step",
    "like_the_group",
    "merged_into",
    "merging_of",
    "mine",
    "names_of",
    "newest",
    "note_of",
    "note_readers",
    "owners",
    "person_name",
    "supporters",
    "supporters_by_name",
    "supporters_of",
    "supports_of",
    "theirs",
    "together_with",
    "trees",
    "visible_to",
    "wanted",
    "whole",
    "with_names",
    "work_on",
    "worked_on_by",
]
