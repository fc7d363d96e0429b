"""What may be read of a wave once it is counted. No answer is asked for: figures lie in groups."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sqlalchemy import ColumnElement, Row, Select, func, literal, select
from sqlalchemy.orm import aliased

from app.core.db import HIGHEST, db
from app.core.paging import Page, page
from app.people.models import Person, Reader, Unit
from app.survey.models import Group, Remark, Wave, WaveState
from app.survey.queries.waves import COUNTED
from app.survey.suppression import Hidden

PARTS, REMARKS = 40, 50  # of a page
AT_ONCE = 200  # groups read of a file
DEEPEST = 50  # units above one another: whatever hangs from itself ends there


def with_results(person: Person | Reader) -> Select[Wave]:
    """Waves whose figures somebody may look at: what is published; HR from closing on."""
    states = COUNTED if person.is_hr else (WaveState.PUBLISHED,)
    return select(Wave).where(Wave.state.in_(states))


def wave_with_results(person: Person | Reader, number: int) -> Wave | None:
    return db.session.scalar(with_results(person).where(Wave.id == number))


def on_record(person: Person | Reader) -> Select[Wave]:
    """Waves of which somebody may read the record: what is published; HR from opening on."""
    if person.is_hr:
        return select(Wave).where(Wave.state != WaveState.DRAFT)
    return select(Wave).where(Wave.state == WaveState.PUBLISHED)


def whole_of(wave_id: int) -> Group:
    """Everybody who was invited."""
    return db.session.scalars(
        select(Group).where(Group.wave_id == wave_id, Group.parent_id.is_(None))
    ).one()


def line_of(wave_id: int, group_id: int) -> list[Group]:
    """A group of that wave and those it is part of, the whole last; nothing if it has no such."""
    first = select(Group.id, Group.parent_id)
    first = first.where(Group.id == group_id, Group.wave_id == wave_id)
    line, above = first.cte("line", recursive=True), aliased(Group)
    line = line.union(select(above.id, above.parent_id).join(line, above.id == line.c.parent_id))
    wanted = select(Group).join(line, line.c.id == Group.id).order_by(Group.depth.desc())
    return list(db.session.scalars(wanted))


def own_group(wave_id: int, unit_id: int | None) -> int | None:
    """The group of somebody's unit as the house is now, or of the nearest one above it that the
    wave knows. Nothing where it knows none.
    """
    first = select(Unit.id, Unit.parent_id, literal(0).label("up")).where(Unit.id == unit_id)
    units, above = first.cte("units_above", recursive=True), aliased(Unit)
    units = units.union_all(
        select(above.id, above.parent_id, units.c.up + 1)
        .join(units, above.id == units.c.parent_id)
        .where(units.c.up < DEEPEST)
    )
    wanted = select(Group.id).join(units, units.c.id == Group.unit_id)
    wanted = wanted.where(Group.wave_id == wave_id)
    return db.session.scalar(wanted.order_by(units.c.up).limit(1))


def parts_of(group: Group, *, after: int) -> Page[Group]:
    """The groups below one in the order of their tree, from beyond that position: as many levels
    as fit on a page, the first in any case.
    """
    below = _below(group)
    deepest, levels = group.depth + 1, select(Group.depth, func.count()).where(*below)
    seen = 0
    for depth, n in db.session.execute(levels.group_by(Group.depth).order_by(Group.depth)):
        seen += n
        if seen <= PARTS:
            deepest = depth
    wanted = select(Group).where(*below, Group.depth <= deepest, Group.position > after)
    rows = db.session.scalars(wanted.order_by(Group.position).limit(PARTS + 1))
    return page(list(rows), size=PARTS)


def _below(group: Group) -> tuple[ColumnElement[bool], ...]:
    """Whatever follows a group in the order of the tree, up to the next one as high as itself."""
    of_wave = Group.wave_id == group.wave_id
    after = aliased(Group)
    end = select(func.min(after.position)).where(
        after.wave_id == group.wave_id,
        after.position > group.position,
        after.depth <= group.depth,
    )
    before_end = Group.position < func.coalesce(end.scalar_subquery(), HIGHEST)
    return of_wave, Group.position > group.position, before_end


def with_parts(groups: Iterable[Group]) -> set[int]:
    """The numbers of those that have groups below them."""
    numbers = [group.id for group in groups]
    wanted = select(Group.parent_id).where(Group.parent_id.in_(numbers)).distinct()
    return {number for number in db.session.scalars(wanted) if number is not None}


class Shown(NamedTuple):
    """How many groups of a wave are shown, why others are not, and how many were rolled up."""

    shown: int
    hidden: dict[Hidden, int]
    rolled_up: int  # their people's answers were written under the group above


def shown_of(wave_id: int) -> Shown:
    of_wave = Group.wave_id == wave_id
    counted = select(
        func.count().filter(Group.figures.is_not(None)),
        func.count().filter(Group.written_under_id != Group.id),
    ).where(of_wave)
    shown, rolled_up = db.session.execute(counted).one()
    by_reason = select(Group.hidden, func.count()).where(of_wave).group_by(Group.hidden)
    hidden = {row[0]: row[1] for row in db.session.execute(by_reason) if row[0]}
    return Shown(shown, hidden, rolled_up)


def all_groups_of(wave_id: int) -> Iterator[Group]:
    """Every group in the order of the tree, some at a time: for a file."""
    wanted = select(Group).where(Group.wave_id == wave_id).order_by(Group.position)
    yield from db.session.scalars(wanted.execution_options(yield_per=AT_ONCE))


def remarks_of(wave_id: int, *, group_id: int | None, after: bytes) -> Page[Row]:
    """What people wrote, in the order of random keys, which says nothing: (id, text, name of the
    group). Of one group, or of all.
    """
    wanted = select(Remark.id, Remark.text, Group.name).join(Group, Group.id == Remark.group_id)
    wanted = wanted.where(Remark.wave_id == wave_id, Remark.id > after)
    if group_id is not None:
        wanted = wanted.where(Remark.group_id == group_id)
    rows = db.session.execute(wanted.order_by(Remark.id).limit(REMARKS + 1)).all()
    return page(rows, size=REMARKS)


def groups_with_remarks(wave_id: int) -> list[Row]:
    """(id, name, how many remarks there are), in the order of the tree."""
    counted = select(Group.id, Group.name, func.count(Remark.id).label("n"))
    counted = counted.join(Remark, Remark.group_id == Group.id).where(Remark.wave_id == wave_id)
    counted = counted.group_by(Group.id, Group.name, Group.position).order_by(Group.position)
    return list(db.session.execute(counted))
