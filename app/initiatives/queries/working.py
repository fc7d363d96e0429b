"""What the page of an initiative shows of its course, and what the clock asks about."""

from datetime import date, timedelta

from sqlalchemy import Row, exists, select
from sqlalchemy.orm import selectinload

from app.core.calendar import day_of
from app.core.db import db
from app.initiatives.models import Change, Initiative, Milestone, Standing, Teammate, Update
from app.people import along
from app.people.models import Person

MOST_UPDATES = 200  # on a page

along.ask("any_initiatives", exists().where(Initiative.id > 0))
along.ask(
    "changes_to_tell",
    exists().where(
        Change.initiative_id == Initiative.id,
        Change.told_at.is_(None),
        Initiative.owner_id == Person.id,
        Initiative.standing == Standing.SHOWN,
    ),
)


def milestones_of(number: int) -> list[Milestone]:
    rows = select(Milestone).where(Milestone.initiative_id == number)
    return list(db.session.scalars(rows.order_by(Milestone.position, Milestone.id)))


def milestone(initiative: Initiative, number: int) -> Milestone | None:
    return next((one for one in initiative.milestones if one.id == number), None)


def changes_of(number: int) -> list[Row]:
    """What was asked about one, told or not, and who told it."""
    rows = (
        select(
            Change.id,
            Change.after,
            Change.outcome,
            Change.summary,
            Change.html,
            Change.told_at,
            Change.created_at,
            Person.name.label("teller"),
        )
        .outerjoin(Person, Person.id == Change.told_by)
        .where(Change.initiative_id == number)
        .order_by(Change.after)
    )
    return list(db.session.execute(rows))


def updates(number: int) -> list[Row]:
    """How it goes, the latest first."""
    rows = (
        select(
            Update.id,
            Update.html,
            Update.created_at,
            Update.author_id,
            Person.name,
            Person.picture,
        )
        .join(Person, Person.id == Update.author_id)
        .where(Update.initiative_id == number, Update.removed_at.is_(None))
        .order_by(Update.id.desc())
        .limit(MOST_UPDATES)
    )
    return list(db.session.execute(rows))


def update_htmls(number: int) -> list[str]:
    """For whoever asks which pictures an initiative shows."""
    rows = select(Update.html).where(Update.initiative_id == number, Update.removed_at.is_(None))
    return list(db.session.scalars(rows))


def to_ask(after: int, today: date, within: timedelta) -> list[int]:
    """The initiatives that ended so many days ago and were not asked about it.

    Not those whose day had come before they were logged, nor those whose day is long over: the
    question would come out of the blue.
    """
    due = today - timedelta(days=after)
    asked = select(Change.id).where(Change.initiative_id == Initiative.id, Change.after == after)
    rows = select(Initiative.id, Initiative.ends_on, Initiative.created_at).where(
        Initiative.ends_on <= due,
        Initiative.ends_on > due - within,
        Initiative.standing == Standing.SHOWN,
        ~asked.correlate(Initiative).exists(),
    )
    return [
        row.id
        for row in db.session.execute(rows.order_by(Initiative.id))
        if day_of(row.created_at) <= row.ends_on + timedelta(days=after)
    ]


def to_end(today: date, within: timedelta) -> list[int]:
    """The initiatives whose last day has come, and nobody has told it. Of those that came from a
    table nobody is told.
    """
    rows = select(Initiative.id).where(
        Initiative.ends_on <= today,
        Initiative.ends_on > today - within,
        Initiative.standing == Standing.SHOWN,
        Initiative.ended_at.is_(None),
        Initiative.digest == "",
    )
    return list(db.session.scalars(rows.order_by(Initiative.id)))


def held(number: int) -> Initiative | None:
    """One initiative with what was asked about it, locked until the transaction ends."""
    return db.session.execute(
        select(Initiative)
        .where(Initiative.id == number)
        .options(selectinload(Initiative.changes))
        .with_for_update(of=Initiative, key_share=True)
        .execution_options(populate_existing=True)
    ).scalar_one_or_none()


def worked_on_by(person_id: int, numbers: list[int]) -> set[int]:
    """Which of these initiatives somebody looks after or works on."""
    helped = select(Teammate.initiative_id).where(
        Teammate.person_id == person_id, Teammate.initiative_id.in_(numbers)
    )
    owned = select(Initiative.id).where(
        Initiative.owner_id == person_id, Initiative.id.in_(numbers)
    )
    return set(db.session.scalars(helped.union(owned)))


def held_all(numbers: list[int]) -> list[Initiative]:
    """These initiatives, locked in one order until the transaction ends."""
    rows = select(Initiative).where(Initiative.id.in_(numbers)).order_by(Initiative.id)
    return list(
        db.session.scalars(
            rows.options(selectinload(Initiative.team)).with_for_update(
                of=Initiative, key_share=True
            )
        )
    )


def unanswered_of(person_id: int) -> list[Row]:
    """What somebody was asked about an initiative of theirs and has not answered, the oldest
    first.
    """
    rows = (
        select(
            Change.id,
            Change.after,
            Change.created_at,
            Initiative.title,
            Initiative.language,
            Initiative.ends_on,
        )
        .join(Initiative, Initiative.id == Change.initiative_id)
        .where(
            Initiative.owner_id == person_id,
            Initiative.standing == Standing.SHOWN,
            Change.told_at.is_(None),
        )
        .order_by(Change.created_at, Change.id)
    )
    return list(db.session.execute(rows))
