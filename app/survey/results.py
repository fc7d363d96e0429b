"""The results of a wave for whoever looks: which groups they see, and what is told of each.

HR sees the tree of groups, a level at a time; everybody else the whole and what is nearest to
their own unit. What a group shows, nobody decides here: it lies in its figures.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from app.people.models import Reader
from app.survey import figures, policy, queries
from app.survey.figures import Figures, Score
from app.survey.models import Group, Wave
from app.survey.telling import why_hidden
from app.survey.wording import group_name


@dataclass(frozen=True)
class Line:
    """One group, as it is told of."""

    number: int
    name: str
    depth: int
    figures: Figures | None
    why: str  # in words, where nothing is told of it
    has_parts: bool = False
    is_whole: bool = False

    @property
    def index(self) -> Score | None:
        """Where it is told."""
        index = self.figures and self.figures.index
        return index if isinstance(index, Score) else None


@dataclass(frozen=True)
class Results:
    """A page of them: about one group, and those it is told together with."""

    wave: Wave
    before: Wave | None  # what it is compared with
    here: Line
    above: list[Line]  # what it is part of, the whole first
    lines: list[Line]  # in the order of their names, those that are not shown among them
    own: Line | None  # the reader's own unit; nothing where it was not asked, and for HR
    own_shown: Line | None  # it, or the nearest above it that is shown
    after: int | None  # where the next page begins

    @property
    def whole(self) -> Line:
        return self.above[0] if self.above else self.here

    @property
    def shown(self) -> list[Line]:
        return [line for line in self.lines if line.figures]

    @property
    def ranked(self) -> list[Line]:
        """Those whose index is told, the highest first."""
        told = [(line, index) for line in self.lines if (index := line.index)]
        return [line for line, index in sorted(told, key=lambda one: -one[1].value)]

    @property
    def has_gaps(self) -> bool:
        """Whether one dimension is not told of a group of which others are."""
        return any(line.figures and line.figures.has_gaps for line in self.lines)

    @property
    def hidden(self) -> int:
        """How many of these are not shown by themselves."""
        return len(self.lines) - len(self.shown)


def compared_with(reader: Reader, wave: Wave) -> Wave | None:
    """The wave before, if the reader may look at its figures, too: a change tells of both."""
    return queries.wave_with_results(reader, wave.previous_id) if wave.previous_id else None


def reachable(reader: Reader, wave: Wave, number: int) -> list[Group]:
    """The group of that number and those above it; nothing where it is not theirs to look at."""
    line = queries.line_of(wave.id, number)
    if line and (len(line) == 1 or policy.manage(reader)):
        return line
    own = _nearest_shown(_own(reader, wave))
    return line if line and own and own.id == number else []


def results(
    reader: Reader, wave: Wave, line: list[Group], *, before: Wave | None, after: int = -1
) -> Results:
    """`line` is the group it is about and those above it, the whole last."""
    if policy.manage(reader):
        return _of_tree(wave, line, before, after)
    return _of_own(reader, wave, line, before)


def _of_tree(wave: Wave, line: list[Group], before: Wave | None, after: int) -> Results:
    here = _first(line, wave, before)
    parts = queries.parts_of(line[0], after=after)
    branching = queries.with_parts(parts.rows)
    told = list(every_line(wave, parts.rows, before, above=line))
    return Results(
        wave=wave,
        before=before,
        here=here,
        above=[_first(line[nth:], wave, before) for nth in range(len(line) - 1, 0, -1)],
        lines=[here, *(replace(one, has_parts=one.number in branching) for one in told)],
        own=None,
        own_shown=None,
        after=parts.rows[-1].position if parts.more else None,
    )


def _of_own(reader: Reader, wave: Wave, line: list[Group], before: Wave | None) -> Results:
    here = _first(line, wave, before)
    mine = _own(reader, wave)
    own = _first(mine, wave, before) if len(mine) > 1 else None
    shown = _nearest_shown(mine)
    nearest = _told(shown, wave, None, before) if shown and shown.parent_id else None
    whole = _told(line[-1], wave, None, before)
    return Results(
        wave=wave,
        before=before,
        here=here,
        above=[] if here.is_whole else [whole],
        lines=[whole, nearest] if nearest else [whole],
        own=own,
        own_shown=nearest,
        after=None,
    )


def every_line(
    wave: Wave, groups: Iterable[Group], before: Wave | None, *, above: Sequence[Group] = ()
) -> Iterator[Line]:
    """Groups, which come in the order of their tree. `above` is what the first of them are part
    of, and what that is part of in turn.
    """
    path = {group.depth: group for group in above}
    for group in groups:
        yield _told(
            group, wave, _nearest_shown(path[at] for at in range(group.depth - 1, -1, -1)), before
        )
        path[group.depth] = group


def _told(group: Group, wave: Wave, counted_in: Group | None, before: Wave | None) -> Line:
    """`counted_in` is the nearest group above it that is shown."""
    told = figures.read(group.figures, compared=before is not None)
    name = group_name(counted_in.name) if counted_in else None
    return Line(
        number=group.id,
        name=group_name(group.name),
        depth=group.depth,
        figures=told,
        why="" if told else why_hidden(group, wave, name),
        is_whole=group.parent_id is None,
    )


def _first(line: list[Group], wave: Wave, before: Wave | None) -> Line:
    return _told(line[0], wave, _nearest_shown(line[1:]), before)


def _own(reader: Reader, wave: Wave) -> list[Group]:
    """The group of the reader's unit and those above it."""
    number = queries.own_group(wave.id, reader.unit_id) if reader.unit_id else None
    return queries.line_of(wave.id, number) if number else []


def _nearest_shown(line: Iterable[Group]) -> Group | None:
    return next((group for group in line if group.figures is not None), None)
