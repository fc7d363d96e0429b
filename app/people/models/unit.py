"""Where people work: a tree of units, and the places."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.db import Entity, db


class Office(StrEnum):
    """How far from the customer: serving, supporting those who serve, or running the house."""

    FRONT = "front"
    MIDDLE = "middle"
    BACK = "back"


class Unit(Entity):
    __tablename__ = "units"

    name: Mapped[str] = mapped_column(String(120))
    office: Mapped[Office] = mapped_column(default=Office.BACK)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"), index=True)
    closed_at: Mapped[datetime | None] = mapped_column()

    parent: Mapped["Unit | None"] = relationship(remote_side="Unit.id")

    @classmethod
    def open(cls, name: str, office: Office, *, within: "Unit | None" = None) -> "Unit":
        """A new unit, on its own or within another, so that the tree has no circle."""
        unit = cls(name=name, office=office, parent=within)
        db.session.add(unit)
        return unit


class Location(Entity):
    __tablename__ = "locations"

    name: Mapped[str] = mapped_column(String(120), unique=True)

    @classmethod
    def open(cls, name: str) -> "Location":
        location = cls(name=name)
        db.session.add(location)
        return location
