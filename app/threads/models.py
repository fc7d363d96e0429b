"""What ties one thing to another."""

from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Entity, db
from app.core.i18n import N_
from app.facts import record, subjects
from app.facts.threads import ThingsTied, ThingsUntied
from app.people.models import Person


class Relation(StrEnum):
    """How the second end follows from the first."""

    LED_TO = "led-to"
    CARRIED_OUT = "carried-out"
    CHANGED = "changed"
    RELATED = "related"


RELATIONS = {
    Relation.LED_TO: N_("It gave rise to"),
    Relation.CARRIED_OUT: N_("It is carried out in"),
    Relation.CHANGED: N_("It was seen to change"),
    Relation.RELATED: N_("It has to do with"),
}


class Tie(Entity):
    """From one thing to another, either way found."""

    __tablename__ = "ties"
    __table_args__ = (
        UniqueConstraint("from_kind", "from_id", "to_kind", "to_id", name="uq_ties_ends"),
        CheckConstraint("from_kind <> to_kind OR from_id <> to_id", name="nothing_leads_to_itself"),
        Index("ix_ties_to", "to_kind", "to_id"),
    )

    from_kind: Mapped[str] = mapped_column(String(40))
    from_id: Mapped[int]
    to_kind: Mapped[str] = mapped_column(String(40))
    to_id: Mapped[int]
    relation: Mapped[Relation]
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))

    @classmethod
    def between(cls, thing: Entity, relation: Relation, other: Entity, *, by: Person) -> "Tie":
        """A tie that somebody makes; where it is there already, nothing is new."""
        tie = cls.of(thing, relation, other, by=by)
        db.session.add(tie)
        record(ThingsTied(actor=by, thing=thing, other=other))
        return tie

    @classmethod
    def of(cls, thing: Entity, relation: Relation, other: Entity, *, by: Person) -> "Tie":
        """The row alone, for what was begun because of another: that is the fact."""
        return cls(
            from_kind=subjects.of(thing).kind,
            from_id=thing.id,
            to_kind=subjects.of(other).kind,
            to_id=other.id,
            relation=relation,
            by_id=by.id,
        )

    def undo(self, thing: Entity, other: Entity, *, by: Person) -> None:
        """`thing` and `other` are its ends, as whoever unties them sees them."""
        db.session.delete(self)
        record(ThingsUntied(actor=by, thing=thing, other=other))

    @property
    def ends(self) -> tuple[tuple[str, int], tuple[str, int]]:
        return (self.from_kind, self.from_id), (self.to_kind, self.to_id)
