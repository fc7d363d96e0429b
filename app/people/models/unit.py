"""Where people work, in a tree of units."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from app.core import clock, references
from app.core.db import Entity, db
from app.core.fields import folded
from app.facts import record
from app.facts.units import (
    UnitClosed,
    UnitMoved,
    UnitOfficeChanged,
    UnitOpened,
    UnitRenamed,
    UnitReopened,
    UnitsMerged,
)

if TYPE_CHECKING:
    from app.people.models.person import Person

SORTED_BY = 120  # letters
PEOPLE, PARTS = "people.unit_id", "units.parent_id"
TOP = "–"  # what the units that are part of no other are part of, in a fact


class Office(StrEnum):
    """How far from the customer: serving, supporting those who serve, or running the house."""

    FRONT = "front"
    MIDDLE = "middle"
    BACK = "back"


class BelowItself(Exception):
    """A unit cannot be part of itself, nor of what is part of it."""


class Closed(Exception):
    """Nobody works in a closed unit or location, and nothing is part of it."""


class Unit(Entity):
    __tablename__ = "units"
    __table_args__ = (Index("ix_units_by_name", "sort_name", "id"),)

    name: Mapped[str] = mapped_column(String(120))
    sort_name: Mapped[str] = mapped_column(String(SORTED_BY))  # for order and search
    office: Mapped[Office] = mapped_column(default=Office.BACK)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"), index=True)
    closed_at: Mapped[datetime | None] = mapped_column()
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"), index=True)
    version: Mapped[int] = mapped_column(default=1)

    parent: Mapped["Unit | None"] = relationship(remote_side="Unit.id", foreign_keys=[parent_id])
    merged_into: Mapped["Unit | None"] = relationship(
        remote_side="Unit.id", foreign_keys=[merged_into_id]
    )

    __mapper_args__ = {"version_id_col": version, "version_id_generator": False}

    @classmethod
    def open(
        cls, name: str, office: Office, *, by: "Person | None", within: "Unit | None" = None
    ) -> "Unit":
        """A new unit, on its own or within another, so that the tree has no circle."""
        if within and not within.is_open:
            raise Closed
        unit = cls(name=name, office=office, parent=within)
        db.session.add(unit)
        record(UnitOpened(actor=by, unit=unit))
        return unit

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    def holds(self, other: "Unit | None") -> bool:
        """Whether the other is this one, or somewhere below it."""
        seen = set()
        while other is not None and other.id not in seen:
            if other.id == self.id:
                return True
            seen.add(other.id)
            other = other.parent
        return False

    def rename(self, name: str, *, by: "Person | None") -> None:
        if name == self.name:
            return

        before, self.name = self.name, name
        self.version += 1
        record(UnitRenamed(actor=by, unit=self, before=before, now=name))

    def serve(self, office: Office, *, by: "Person | None") -> None:
        """From now on as far from the customer as that."""
        if office is self.office:
            return

        before, self.office = self.office, office
        self.version += 1
        record(UnitOfficeChanged(actor=by, unit=self, before=before.value, now=office.value))

    def move(self, within: "Unit | None", *, by: "Person | None") -> None:
        """Whoever calls it holds the tree: of two moves at once the second sees the first.

        Raises BelowItself where the tree would have a circle, Closed where nothing is open.
        """
        self._may_hang_below(within)
        if within is self.parent:
            return

        before, self.parent = self.parent, within
        self.version += 1
        record(UnitMoved(actor=by, unit=self, before=_name(before), now=_name(within)))

    def merge(self, survivor: "Unit", *, by: "Person | None") -> None:
        """People, parts and whatever points here go to the survivor; this one says where it went.

        Raises as `move` does.
        """
        self._may_hang_below(survivor)
        self._close()
        led = references.lead(self, survivor)
        self.merged_into = survivor
        self.version += 1
        record(
            UnitsMerged(
                actor=by,
                unit=self,
                survivor=survivor.name,
                people=led[PEOPLE],
                units=led[PARTS],
            )
        )

    def close(self, *, by: "Person | None", moving_to: "Unit | None" = None) -> None:
        """Its people and parts go to `moving_to`; without one there must be none."""
        if not self.is_open:
            return

        people = units = 0
        self._may_hang_below(moving_to)
        self._close()
        if moving_to:
            led = references.lead(self, moving_to, only={PEOPLE, PARTS})
            people, units = led[PEOPLE], led[PARTS]
        self.version += 1
        record(UnitClosed(actor=by, unit=self, people=people, units=units))

    def reopen(self, *, by: "Person | None") -> None:
        """It comes back where it was, or to the top where that is closed by now."""
        if self.is_open:
            return

        self.closed_at = self.merged_into = None
        if self.parent and not self.parent.is_open:
            self.parent = None
        self.version += 1
        record(UnitReopened(actor=by, unit=self))

    @validates("name")
    def _sorted_by(self, key: str, name: str) -> str:
        self.sort_name = folded(name)[:SORTED_BY]
        return name

    def _close(self) -> None:
        self.closed_at = self.closed_at or clock.now()

    def _may_hang_below(self, other: "Unit | None") -> None:
        if self.holds(other):
            raise BelowItself
        if other and not other.is_open:
            raise Closed


def _name(unit: Unit | None) -> str:
    return unit.name if unit else TOP
