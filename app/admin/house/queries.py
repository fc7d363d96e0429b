"""How the house is made up, as those see it who arrange it."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Row, Select, and_, false, func, or_, select, true
from sqlalchemy.orm import aliased

from app.core.db import db
from app.core.fields import folded
from app.core.outbox import Errand, State
from app.core.paging import Page, page
from app.core.settings import Setting
from app.people.models import Location, Person, Reader, Unit

PAGE = 50  # units of a branch, or found
FEW = 20  # units offered to choose from

Above = aliased(Unit)
Survivor = aliased(Unit)

UNITS = (
    select(
        Unit.id,
        Unit.name,
        Unit.sort_name,
        Unit.office,
        Unit.parent_id,
        Unit.closed_at,
        Unit.merged_into_id,
        Survivor.name.label("merged_into"),
    )
    .outerjoin(Above, Above.id == Unit.parent_id)
    .outerjoin(Survivor, Survivor.id == Unit.merged_into_id)
)
IS_OPEN = Unit.closed_at.is_(None)
ON_TOP = or_(Unit.parent_id.is_(None), Above.closed_at.is_not(None))


class Heads(NamedTuple):
    """Who works in a unit, and how much there is below it."""

    here: int = 0
    everybody: int = 0
    units: int = 0


def units_seen_by(person: Person | Reader) -> Select[Unit]:
    """As pages of their own: administration alone has them. Names are everybody's."""
    return select(Unit).where(true() if person.is_admin else false())


def locations_seen_by(person: Person | Reader) -> Select[Location]:
    return select(Location).where(true() if person.is_admin else false())


def settings_seen_by(person: Person | Reader) -> Select[Setting]:
    return select(Setting).where(true() if person.is_admin else false())


def errands_seen_by(person: Person | Reader) -> Select[Errand]:
    return select(Errand).where(true() if person.is_admin else false())


def errands(state: State, *, before: int) -> Page[Row]:
    """What is in the outbox in that state, the latest first."""
    wanted = (
        select(
            Errand.id,
            Errand.kind,
            Errand.key,
            Errand.payload,
            Errand.attempts,
            Errand.reason,
            Errand.created_at,
            Errand.due_at,
            Errand.ended_at,
        )
        .where(Errand.state == state, Errand.id < before)
        .order_by(Errand.id.desc())
    )
    return page(db.session.execute(wanted.limit(PAGE + 1)).all(), size=PAGE)


def parked_by_kind() -> dict[str, int]:
    """How many errands of each kind wait for somebody to look."""
    counted = select(Errand.kind, func.count()).where(Errand.state == State.PARKED)
    rows = db.session.execute(counted.group_by(Errand.kind).order_by(Errand.kind))
    return {row[0]: row[1] for row in rows}


def hold_tree() -> None:
    """Whoever changes the shape of the tree waits here for whoever is changing it.

    The first row stands for the whole tree; people may join a unit meanwhile.
    """
    db.session.execute(select(Unit.id).order_by(Unit.id).limit(1).with_for_update(key_share=True))


def tree(opened: Iterable[int], *, after: int | None = None) -> list[Row]:
    """The open units at the top, from the one after `after` on, and those of the `opened`.

    Of each as many as a page holds, and one more that says there are more.
    """
    shown = or_(
        and_(ON_TOP, _after(after)) if after else ON_TOP, Unit.parent_id.in_(list(opened) or [0])
    )
    place = func.row_number().over(
        partition_by=func.coalesce(Unit.parent_id, 0), order_by=(Unit.sort_name, Unit.id)
    )
    ranked = UNITS.add_columns(place.label("place")).where(IS_OPEN, shown).subquery()
    return list(
        db.session.execute(
            select(ranked)
            .where(ranked.c.place <= PAGE + 1)
            .order_by(ranked.c.sort_name, ranked.c.id)
        )
    )


def parts(number: int, *, after: int | None = None, limit: int = PAGE) -> Page[Row]:
    """The open units within a unit, by name."""
    return _paged(UNITS.where(IS_OPEN, Unit.parent_id == number), after, limit)


def found(words: str, *, after: int | None = None) -> Page[Row]:
    """Open units by the words of their name."""
    return _paged(_called(UNITS.where(IS_OPEN), words), after)


def closed(*, after: int | None = None) -> Page[Row]:
    return _paged(UNITS.where(Unit.closed_at.is_not(None)), after)


def elsewhere(number: int, words: str) -> list[Row]:
    """Open units that are neither this one nor below it, by the words of their name."""
    inside = _below([number])
    wanted = _called(UNITS.where(IS_OPEN, Unit.id.not_in(select(inside.c.id))), words)
    return list(db.session.execute(wanted.order_by(Unit.sort_name, Unit.id).limit(FEW + 1)))


def namesake(name: str, *, within: int | None, but: int | None = None) -> Row | None:
    """The open unit at that place with that name, accents and capitals aside."""
    there = Unit.parent_id.is_(None) if within is None else Unit.parent_id == within
    named = select(Unit.id, Unit.name).where(IS_OPEN, there, Unit.sort_name == folded(name)[:120])
    return db.session.execute(named.where(Unit.id != (but or 0)).limit(1)).first()


def heads(numbers: Iterable[int]) -> dict[int, Heads]:
    """Who works in each of these units and below it: one query, however many there are."""
    if not (wanted := list(numbers)):
        return {}
    tree = _below(wanted)
    working = (
        select(Person.unit_id, func.count().label("people"))
        .where(Person.disabled_at.is_(None), Person.unit_id.is_not(None))
        .group_by(Person.unit_id)
        .subquery()
    )
    here = func.coalesce(func.sum(working.c.people).filter(working.c.unit_id == tree.c.top), 0)
    everybody = func.coalesce(func.sum(working.c.people), 0)
    counted = (
        select(tree.c.top, here, everybody, func.count(tree.c.id) - 1)
        .outerjoin(working, working.c.unit_id == tree.c.id)
        .group_by(tree.c.top)
    )
    rows = db.session.execute(counted)
    return {top: Heads(int(here), int(everybody), units) for top, here, everybody, units in rows}


def path(number: int) -> list[Row]:
    """The unit and everything it is part of, the outermost first."""
    return paths([number]).get(number, [])


def paths(numbers: Iterable[int]) -> dict[int, list[Row]]:
    """The same for several, in one query."""
    steps = (
        select(Unit.id.label("start"), Unit.id, Unit.name, Unit.parent_id, func.abs(0).label("up"))
        .where(Unit.id.in_(list(numbers) or [0]))
        .cte("steps", recursive=True)
    )
    steps = steps.union_all(
        select(steps.c.start, Unit.id, Unit.name, Unit.parent_id, steps.c.up + 1)
        .join(steps, Unit.id == steps.c.parent_id)
        .where(steps.c.up < 50)  # should there ever be a circle, it ends
    )
    found: dict[int, list[Row]] = {}
    for row in db.session.execute(select(steps).order_by(steps.c.start, steps.c.up.desc())):
        found.setdefault(row.start, []).append(row)
    return found


def locations(*, is_open: bool = True) -> list[Row]:
    """By name, with how many work there: tens of them, not thousands."""
    survivor = aliased(Location)
    people = (
        select(func.count(Person.id))
        .where(Person.location_id == Location.id, Person.disabled_at.is_(None))
        .correlate(Location)
        .scalar_subquery()
    )
    return list(
        db.session.execute(
            select(
                Location.id,
                Location.name,
                Location.version,
                Location.closed_at,
                survivor.name.label("merged_into"),
                people.label("people"),
            )
            .outerjoin(survivor, survivor.id == Location.merged_into_id)
            .where(Location.closed_at.is_(None) if is_open else Location.closed_at.is_not(None))
            .order_by(Location.sort_name, Location.id)
        )
    )


def count_at(number: int) -> int:
    """How many work at a location."""
    there = select(func.count(Person.id)).where(
        Person.location_id == number, Person.disabled_at.is_(None)
    )
    return db.session.scalar(there) or 0


def location_like(name: str, *, but: int | None = None) -> Row | None:
    """The location with that name, accents and capitals aside, open or closed."""
    named = select(Location.id, Location.name, Location.closed_at).where(
        Location.sort_name == folded(name)[:120], Location.id != (but or 0)
    )
    return db.session.execute(named.limit(1)).first()


def names(numbers: Iterable[int]) -> dict[int, str]:
    """What these people are called."""
    wanted = select(Person.id, Person.name).where(Person.id.in_(list(numbers) or [0]))
    return {row.id: row.name for row in db.session.execute(wanted)}


def _below(numbers: list[int]) -> Any:
    """Each unit with everything open below it, as (top, id)."""
    tree = (
        select(Unit.id.label("top"), Unit.id).where(Unit.id.in_(numbers)).cte("t", recursive=True)
    )
    return tree.union(
        select(tree.c.top, Unit.id).join(tree, Unit.parent_id == tree.c.id).where(IS_OPEN)
    )


def _called(wanted: Select, words: str) -> Select:
    for word in folded(words).split()[:5]:
        wanted = wanted.where(Unit.sort_name.contains(word, autoescape=True))
    return wanted


def _paged(wanted: Select, after: int | None, limit: int = PAGE) -> Page[Row]:
    if after:
        wanted = wanted.where(_after(after))
    ordered = wanted.order_by(Unit.sort_name, Unit.id).limit(limit + 1)
    return page(db.session.execute(ordered).all(), size=limit)


def _after(number: int) -> ColumnElement[bool]:
    """Behind that unit, in the order of names."""
    last = aliased(Unit)
    name = select(last.sort_name).where(last.id == number).scalar_subquery()
    return or_(Unit.sort_name > name, and_(Unit.sort_name == name, Unit.id > number))
