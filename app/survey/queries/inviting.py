"""Who would be invited to a wave, and inviting them."""

from typing import Any

from sqlalchemy import Row, Select, func, insert, literal, select
from sqlalchemy.orm import aliased

from app.core.db import db
from app.people.models import Grant, Person, Role, Unit
from app.survey.grouping import WHOLE
from app.survey.models import Group, Invitation, Wave


def units() -> list[Row]:
    """Every open unit, in the order of its name: (id, parent_id, name)."""
    wanted = select(Unit.id, Unit.parent_id, Unit.name).where(Unit.closed_at.is_(None))
    return list(db.session.execute(wanted.order_by(Unit.sort_name, Unit.id)))


def invited_by_unit(wave: Wave) -> dict[int, int]:
    """How many would be invited from each unit itself; `WHOLE` are those without one."""
    counted = _whom(wave).with_only_columns(Unit.id, func.count()).group_by(Unit.id)
    return {row[0] or WHOLE: row[1] for row in db.session.execute(counted)}


def invite(wave: Wave) -> None:
    """Write down everybody it asks, each with the group their answer is written under. Its groups
    are there already.
    """
    of_unit = aliased(Group)
    whole = (
        select(Group.written_under_id)
        .where(Group.wave_id == wave.id, Group.parent_id.is_(None))
        .scalar_subquery()
    )
    rows = (
        _whom(wave)
        .outerjoin(of_unit, (of_unit.unit_id == Unit.id) & (of_unit.wave_id == wave.id))
        .with_only_columns(
            literal(wave.id), Person.id, func.coalesce(of_unit.written_under_id, whole)
        )
        .order_by(Person.id)
    )
    columns = ["wave_id", "person_id", "group_id"]
    db.session.execute(insert(Invitation).from_select(columns, rows))


def _whom(wave: Wave) -> Select[Any]:
    """People who may come in, of the units and with the roles it asks; each with their unit, if it
    is open.
    """
    at_work = (Unit.id == Person.unit_id) & Unit.closed_at.is_(None)
    people = select(Person).outerjoin(Unit, at_work).where(Person.disabled_at.is_(None))
    if wave.units:
        part = aliased(Unit)
        below = select(part.id).where(part.id.in_(wave.units)).cte("below", recursive=True)
        below = below.union(select(part.id).join(below, part.parent_id == below.c.id))
        people = people.where(Person.unit_id.in_(select(below.c.id)))
    if wave.roles:
        roles = [Role(role) for role in wave.roles]
        holders = select(Grant.person_id).where(Grant.role.in_(roles))
        people = people.where(Person.id.in_(holders))
    return people
