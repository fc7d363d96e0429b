"""The places where people work."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from app.core import clock, references
from app.core.db import Entity, db
from app.core.fields import folded
from app.facts import record
from app.facts.units import (
    LocationClosed,
    LocationOpened,
    LocationRenamed,
    LocationReopened,
    LocationsMerged,
)
from app.people.models.unit import SORTED_BY, BelowItself, Closed

if TYPE_CHECKING:
    from app.people.models.person import Person

PEOPLE = "people.location_id"


class Location(Entity):
    __tablename__ = "locations"

    name: Mapped[str] = mapped_column(String(120), unique=True)
    sort_name: Mapped[str] = mapped_column(String(SORTED_BY))  # for order
    closed_at: Mapped[datetime | None] = mapped_column()
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("locations.id"), index=True)
    version: Mapped[int] = mapped_column(default=1)

    merged_into: Mapped["Location | None"] = relationship(remote_side="Location.id")

    __mapper_args__ = {"version_id_col": version, "version_id_generator": False}

    @classmethod
    def open(cls, name: str, *, by: "Person | None") -> "Location":
        location = cls(name=name)
        db.session.add(location)
        record(LocationOpened(actor=by, location=location))
        return location

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    def rename(self, name: str, *, by: "Person | None") -> None:
        if name == self.name:
            return

        before, self.name = self.name, name
        self.version += 1
        record(LocationRenamed(actor=by, location=self, before=before, now=name))

    def merge(self, survivor: "Location", *, by: "Person | None") -> None:
        """Of two spellings one stays, with everybody; raises as moving a unit does."""
        if survivor.id == self.id:
            raise BelowItself
        if not survivor.is_open:
            raise Closed
        self.closed_at = self.closed_at or clock.now()
        led = references.lead(self, survivor)
        self.merged_into = survivor
        self.version += 1
        people = led[PEOPLE]
        record(LocationsMerged(actor=by, location=self, survivor=survivor.name, people=people))

    def close(self, *, by: "Person | None") -> None:
        """Nobody new chooses it; whoever works there keeps it."""
        if not self.is_open:
            return

        self.closed_at = clock.now()
        self.version += 1
        record(LocationClosed(actor=by, location=self))

    def reopen(self, *, by: "Person | None") -> None:
        if self.is_open:
            return

        self.closed_at = self.merged_into = None
        self.version += 1
        record(LocationReopened(actor=by, location=self))

    @validates("name")
    def _sorted_by(self, key: str, name: str) -> str:
        self.sort_name = folded(name)[:SORTED_BY]
        return name
