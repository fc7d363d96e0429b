"""Opening a wave: who is invited, in which groups, under which of them each answer is written."""

from typing import NamedTuple

from app.core.calendar import today
from app.core.db import db
from app.people.models import Person
from app.survey import coarsening, grouping, keys, queries, suppression, thresholds
from app.survey.grouping import Planned
from app.survey.models import LEAST_INVITED, AnotherIsOpen, Group, Lacking, Wave


def open(wave: Wave, *, by: Person) -> None:
    """In `writing()`. Raises AnotherIsOpen, and NotNow and Lacking as `Wave.open` does."""
    if queries.open_wave():
        raise AnotherIsOpen
    plan = foreseen(wave)
    if wave.is_draft and (lacking := lacks(wave, plan)):
        raise Lacking(lacking[0])
    key = keys.make()
    try:
        _open(wave, plan, key, by)
    except BaseException:
        keys.destroy(key)
        raise


def lacks(wave: Wave, plan: list[Planned]) -> list[str]:
    """The fields without which it may not open now, with these people."""
    wrong = {
        "closes_on": wave.closes_on is not None and wave.closes_on < today(),
        "thresholds": not thresholds.house().allow(thresholds.of(wave)),
        "invited": plan[0].invited < LEAST_INVITED,
    }
    return [*wave.lacks, *(name for name, is_wrong in wrong.items() if is_wrong)]


def foreseen(wave: Wave) -> list[Planned]:
    """The groups it would have, were it opened now."""
    return grouping.planned(queries.units(), queries.invited_by_unit(wave))


class Sketched(NamedTuple):
    """A group that is to be, as what will be seen of it is asked: see `foreseeing`."""

    id: int
    parent_id: int | None
    written_under_id: int
    name: str
    direct: int


def sketched(plan: list[Planned]) -> list[Sketched]:
    """The groups by the numbers of their units, each with under which of them its own people's
    answers would be written.
    """
    written = coarsening.written_under(invited_tree(plan))
    return [Sketched(one.unit, one.parent, written[one.unit], one.name, one.direct) for one in plan]


def invited_tree(plan: list[Planned]) -> suppression.Group:
    """The same as the gate looks at them, by the numbers of units, counting who is invited."""
    parents = {one.unit: one.parent for one in plan}
    return grouping.tree(parents, {one.unit: one.direct for one in plan})


def _open(wave: Wave, plan: list[Planned], key: str, by: Person) -> None:
    wave.open(invited=plan[0].invited, key_name=key, by=by)
    wave.previous_id = queries.last_counted()
    written = coarsening.written_under(invited_tree(plan))
    groups = _write_down(wave, plan)
    for unit, group in groups.items():
        group.written_under_id = groups[written[unit]].id
    db.session.flush()
    queries.invite(wave)


def _write_down(wave: Wave, plan: list[Planned]) -> dict[int, Group]:
    """The groups by their units' numbers, those above before those below."""
    groups: dict[int, Group] = {}
    for position, one in enumerate(plan):
        above = groups[one.parent].id if one.parent is not None else None
        groups[one.unit] = Group(
            wave_id=wave.id,
            unit_id=one.unit or None,
            parent_id=above,
            name=one.name,
            position=position,
            depth=one.depth,
            invited=one.invited,
            direct=one.direct,
        )
        db.session.add(groups[one.unit])
        db.session.flush()  # whoever is below points at its number
    return groups
