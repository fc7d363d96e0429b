"""What is on an agenda and what came of it, and who was there."""

from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Integer, Row, bindparam, select
from sqlalchemy.orm import aliased

from app.catalogue.models import Term
from app.committee.models import Attendee, Item, Source, Status
from app.committee.models.item import status_of
from app.core.db import db
from app.core.i18n import gettext
from app.ideas.models import Idea, Standing, Step, StepKind, Verdict
from app.ideas.queries import SEEN as SEES
from app.people.models import Person, Reader, Unit
from app.people.sight import sight

AREA, REASON = aliased(Term, name="area"), aliased(Term, name="reason")
ENDS = ("", "_eu", "_en", "_pt")
BY, OWNER = aliased(Person, name="by"), aliased(Person, name="owner")
TERMS = [*(f"area{end}" for end in ENDS), *(f"name{end}" for end in ENDS)]
SITTING = bindparam("sitting", type_=Integer)
AREAS = [
    AREA.name.label("area"),
    AREA.name_eu.label("area_eu"),
    AREA.name_en.label("area_en"),
    AREA.name_pt.label("area_pt"),
]
REASONS = [REASON.name, REASON.name_eu, REASON.name_en, REASON.name_pt]


class Line(NamedTuple):
    """An item as agenda and minutes show it."""

    id: int
    idea_id: int
    title: str
    language: str
    is_open: bool  # it can be decided
    source: Source
    status: Status
    place: int
    seconds: int
    verdict: Verdict | None  # what was decided, or what stands where nothing was
    target: int | None
    area: str | None  # in the languages of the house, as a card has it
    area_eu: str | None
    area_en: str | None
    area_pt: str | None
    name: str | None  # of the reason
    name_eu: str | None
    name_en: str | None
    name_pt: str | None
    words: str
    reconsider: str
    result: str
    by: str | None
    owner: str | None
    until: date | None
    settled_at: datetime | None
    is_confirmed: bool  # what was decided before stands
    asked_at: datetime | None  # since when it waits for its author

    @property
    def is_decided(self) -> bool:
        return self.status is Status.DECIDED

    @property
    def can_be_undone(self) -> bool:
        return self.settled_at is not None and self.status in {Status.DECIDED, Status.PARKED}

    @property
    def waits(self) -> bool:
        return self.status is Status.WAITING and self.is_open


AGENDA = (
    select(
        Item,
        SEES.label("is_seen"),
        Idea.title,
        Idea.language,
        Idea.standing,
        Idea.survivor_id,
        Idea.verdict.label("stands"),
        Step.kind,
        Step.verdict,
        Step.target,
        Step.words,
        Step.reconsider,
        Step.result,
        BY.name.label("by"),
        OWNER.name.label("owner"),
        *AREAS,
        *REASONS,
    )
    .join(Idea, Idea.id == Item.idea_id)
    .outerjoin(Step, Step.id == Item.step_id)
    .outerjoin(AREA, AREA.id == Step.area_id)
    .outerjoin(REASON, REASON.id == Step.reason_id)
    .outerjoin(BY, BY.id == Item.by_id)
    .outerjoin(OWNER, OWNER.id == Item.owner_id)
    .where(Item.sitting_id == SITTING)
    .order_by(Item.place, Item.id)
)
ATTENDEES = (
    select(
        Person.id,
        Person.name,
        Person.picture,
        Unit.name.label("unit"),
        Attendee.came_at,
    )
    .join(Attendee, Attendee.person_id == Person.id)
    .outerjoin(Unit, Unit.id == Person.unit_id)
    .where(Attendee.sitting_id == SITTING)
    .order_by(Attendee.came_at, Person.id)
)


def agenda(sitting: Any, person: Person | Reader) -> list[Line]:
    """All of it, in its order; one statement. Of an idea that was withdrawn or hidden, only those
    who see it still hear what it was, and what was said of it.
    """
    given = {"sitting": sitting.id, **sight(person)}
    return [_line(row) for row in db.session.execute(AGENDA, given)]


def attendees(number: int) -> list[Row]:
    return list(db.session.execute(ATTENDEES, {"sitting": number}))


def _line(row: Row) -> Line:
    item: Item = row[0]
    is_decision = row.kind is StepKind.DECIDED
    return Line(
        id=item.id,
        idea_id=item.idea_id,
        title=row.title if row.is_seen else gettext("An idea that is not shown"),
        language=row.language,
        is_open=row.standing is Standing.SHOWN and row.survivor_id is None,
        source=item.source,
        status=status_of(row.kind, item.parked_at),
        place=item.place,
        seconds=item.seconds,
        verdict=row.verdict if is_decision else row.stands,
        target=row.target,
        **{one: getattr(row, one) for one in TERMS},
        words=(row.words or "") if row.is_seen else "",
        reconsider=(row.reconsider or "") if row.is_seen else "",
        result=(row.result or "") if row.is_seen else "",
        by=row.by if is_decision else None,
        owner=row.owner if is_decision else None,
        until=item.until if is_decision else None,
        settled_at=item.settled_at,
        is_confirmed=is_decision and item.is_confirmed,
        asked_at=item.settled_at if row.kind is StepKind.ASKED else None,
    )
