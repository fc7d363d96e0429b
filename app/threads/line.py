"""The line through a thing: what it came from and what it led to, stage by stage."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Row

from app.facts import subjects
from app.facts.stages import Stage
from app.threads.models import Relation

End = tuple[str, int]  # kind and number


@dataclass(frozen=True)
class Stop:
    """A thing on the line."""

    kind: str
    number: int
    title: str
    is_here: bool = False

    @property
    def address(self) -> str:
        return subjects.address(self.kind, self.number)


@dataclass
class Line:
    """`stages` holds what stands at each, in their order; `related` what lies beside the line."""

    stages: dict[Stage, list[Stop]] = field(default_factory=dict)
    related: list[Stop] = field(default_factory=list)
    here: Stage | None = None
    ties: list[Row] = field(default_factory=list)  # those that were followed

    @property
    def is_empty(self) -> bool:
        return not self.ties


def through(start: End, title: str, rows: Iterable[Row]) -> Line:
    """The line through `start`, by the ties whose ends both have a title.

    What was said on it counts as itself: a page shows the line of both. A way on through something
    that is not seen is not followed: what lies behind it is not told.
    """
    seen = [row for row in rows if row.from_title and row.to_title]
    titles: dict[End, str] = {start: title}
    heads = {start: None}
    beside: dict[End, list[tuple[End, Row]]] = defaultdict(list)
    for row in seen:
        one, other = (row.from_kind, row.from_id), (row.to_kind, row.to_id)
        titles[one], titles[other] = row.from_title, row.to_title
        beside[one].append((other, row))
        beside[other].append((one, row))
        heads |= {
            end: None for end, is_here in ((one, row.from_here), (other, row.to_here)) if is_here
        }

    on_line, followed, waiting = dict(heads), {}, list(heads)
    while waiting:
        end = waiting.pop(0)
        for other, row in beside[end]:
            followed[row.id] = row
            if row.relation is not Relation.RELATED and other not in on_line:
                on_line[other] = None
                waiting.append(other)
    line = Line(here=subjects.named(start[0]).stage, ties=list(followed.values()))
    if line.is_empty:
        return line

    related = {end for row in followed.values() for end in _ends(row)} - set(on_line)
    for end in [*on_line, *sorted(related)]:
        stage = subjects.named(end[0]).stage
        stop = Stop(*end, title=titles[end], is_here=end == start)
        if end in related:
            line.related.append(stop)
        elif stage and (end in beside or stop.is_here):
            line.stages.setdefault(stage, []).append(stop)
    line.stages = {stage: line.stages[stage] for stage in Stage if stage in line.stages}
    return line


def _ends(row: Row) -> tuple[End, End]:
    return (row.from_kind, row.from_id), (row.to_kind, row.to_id)
